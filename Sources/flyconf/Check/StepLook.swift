import DeployModel

/// What came of the look of one step.
struct StepLook: Sendable {
  private(set) var found = StepFindings()
  /// Why it could not look.
  private(set) var failure: Failure?
  private(set) var milliseconds: Int64 = 0

  /// Looks, and waits for the end.
  init(_ step: CheckStep, at subject: CheckSubject) {
    let start = subject.context.stopwatch()
    do {
      try step.look(subject, &found)
    } catch {
      failure = Failure(error)
    }
    milliseconds = (subject.context.stopwatch() - start).milliseconds
  }
}
