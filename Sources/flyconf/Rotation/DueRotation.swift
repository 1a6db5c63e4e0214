import DeployModel
import Documents

/// Rotates what is due, each credential in a change of its own.
struct DueRotation {
  let environment: EnvironmentName?
  let isDryRun: Bool
  let options: VaultOptions
  let context: Context

  func run() throws -> ExitCode {
    let (list, namesakes) = try dueList()
    var report = DueRotationReport(list, among: namesakes, isDryRun: isDryRun, context)
    guard !list.due.isEmpty, !isDryRun else {
      try report.finish()
      return .fine
    }
    let watch = InterruptionWatch()
    defer { watch.end() }
    let stop = try rotate(list.due, among: namesakes, &report)
    try report.finish()
    if let stop { throw stop }
    return report.hasRemaining ? .found : .fine
  }

  private func dueList() throws -> (DueList, Namesakes) {
    let now = isDryRun ? try context.now() : context.timeOfWriting()
    let session = try VaultSession.open(.reading, options, in: context)
    return (
      DueList(session.verified, on: CalendarDate(now), within: 0, in: environment),
      Namesakes(session.verified.credentials.current)
    )
  }

  /// - Returns: What kept it from going through all of them.
  private func rotate(
    _ due: [DueValue], among namesakes: Namesakes, _ report: inout DueRotationReport
  ) throws -> Failure? {
    let isNeeded = due.contains { $0.entry.kind == .credential && (canAsk || $0.isAutomatic) }
    guard isNeeded else { return nil }
    // The passphrase of an identity is asked for once.
    let attempt = RotationAttempt(
      identity: try context.identity(options.identity), options: options, context: context)
    for (index, value) in due.enumerated() {
      do {
        try InterruptionWatch.check()
        let head = "\(index + 1) of \(due.count): "
        let dialogue = RotationDialogue(value, behind: head, among: namesakes, context)
        switch try settle(value, asking: dialogue, attempt) {
        case .rotated(let credential): try report.add(credential, of: value)
        case .remains: break
        case .left: return nil
        }
      } catch {
        let failure = InterruptionWatch.isInterrupted ? .interrupted : Failure(error)
        guard !failure.endsRun else { return failure }
        report.add(failure, of: value)
        attempt.queueFailure(of: value.entry, failure)
      }
    }
    return nil
  }

  private var canAsk: Bool { context.canAsk }

  private enum Outcome {
    case rotated(RotatedCredential)
    case remains
    /// The person wants no more.
    case left
  }

  private func settle(
    _ value: DueValue, asking dialogue: RotationDialogue, _ attempt: RotationAttempt
  ) throws -> Outcome {
    guard value.entry.kind == .credential else { return .remains }
    guard canAsk else {
      guard let generator = value.entry.storedGenerator else { return .remains }
      return .rotated(try attempt.rotate(value.entry, to: generator.make()))
    }
    while true {
      do {
        switch try dialogue.answer() {
        case .value(let secret): return .rotated(try attempt.rotate(value.entry, to: secret))
        case .skip: return .remains
        case .quit: return .left
        }
      } catch let error as MalformedValue {
        // The value was one that it has had: another can be given at once.
        context.console.note("error: \(error.reason)")
        if let help = error.help { context.console.note("help: \(help)") }
      }
    }
  }
}

extension DueValue {
  /// Whether nobody has to be asked for the new value.
  var isAutomatic: Bool { entry.kind == .credential && entry.storedGenerator != nil }
}

extension Failure {
  static let interrupted = Failure(.interrupted, "interrupted")

  /// Whether the next credential would fail in the same way, or nobody wants it any more.
  fileprivate var endsRun: Bool {
    [.couldNotRun, .integrity, .interrupted].contains(exitCode)
  }
}
