import DeployModel

/// Why a step of `flyconf check` could not look.
struct StepFailure: Sendable {
  /// The name of the step.
  let step: String
  let message: String
  let help: String?
  /// A file that stands for all that was to be looked at, for reports that know nothing else.
  let file: String

  /// The failure without the secrets that its texts quote.
  func masked(by mask: ReportMask) -> StepFailure {
    StepFailure(
      step: step, message: mask.masked(message), help: help.map { mask.masked($0) }, file: file)
  }

  var headline: String { "the step '\(step)' could not look: \(message)" }

  /// With what to do about it, in a line of its own.
  var text: String { headline + (help.map { "\nhelp: \($0)" } ?? "") }
}
