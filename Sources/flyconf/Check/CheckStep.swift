import DeployModel

/// One of the steps of `flyconf check`. A new one is a file beside this, and a line in `all`.
struct CheckStep: Sendable {
  /// The word for it in the output and behind `--skip`.
  var name: String
  /// What it makes sure of.
  var summary: String
  /// Whether it is the step that reports what a rule finds in the project.
  var reports: @Sendable (Rule) -> Bool
  /// Whether there is anything to look at without a project.
  var needsProject = true
  /// Whether it takes so long that it looks while the others do.
  var isLong = false
  /// Whether it looks at files in which comments leave findings out, and says what is wrong with
  /// these.
  var readsComments = false
  /// What it looks at besides.
  var look: @Sendable (CheckSubject, inout StepFindings) throws -> Void

  static let all: [CheckStep] = [
    .project, .render, .vault, .variables, .rotation, .certificate, .leaks, .files,
  ]

  /// The step that reports what a rule finds: the first one that says so.
  static func reporting(_ rule: Rule) -> CheckStep? { all.first { $0.reports(rule) } }
}
