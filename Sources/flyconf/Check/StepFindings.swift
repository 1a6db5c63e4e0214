import DeployModel
import Documents

/// What one step has found, and what is needed to show it.
struct StepFindings: Sendable {
  var findings: [Finding] = []
  /// The fly.toml files that were looked at.
  var flyTomls: [SourceText] = []
  /// How many other files were looked at that no other step looks at.
  var fileCount = 0
  /// Why there was nothing to look at.
  var reasonToSkip: String?
  /// What was looked at, or found, in a few words.
  var detail = ""
  /// Files that differ from what they should be.
  var comparisons: [RenderedComparison] = []
  /// What hides the values that the step has opened; nothing if it has opened none.
  var mask: ReportMask?
}
