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
    let watch = context.watchInterruptions()
    defer { watch.end() }
    let stop = try rotate(list.due, among: namesakes, &report, watch)
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
    _ due: [DueValue], among namesakes: Namesakes, _ report: inout DueRotationReport,
    _ watch: InterruptionWatch
  ) throws -> Failure? {
    let isNeeded = due.contains { $0.entry.kind == .credential && (canAsk || $0.isAutomatic) }
    guard isNeeded else { return nil }
    // The passphrase of an identity is asked for once.
    let attempt = RotationAttempt(
      identity: try context.identity(options.identity), isDryRun: isDryRun, options: options,
      context: context)
    for (index, value) in due.enumerated() {
      do {
        try watch.check()
        let head = "\(index + 1) of \(due.count): "
        let dialogue = RotationDialogue(value, behind: head, among: namesakes, context)
        switch try settle(value, asking: dialogue, attempt) {
        case .rotated(let credential): try report.add(credential, of: value)
        case .remains: break
        case .left: return nil
        }
      } catch {
        let failure = watch.signal().map(Failure.interrupted) ?? Failure(error)
        guard !failure.endsRun else { return failure }
        report.add(failure, of: value)
        attempt.queueFailure(of: value.entry, failure)
      }
    }
    return nil
  }

  /// A dry run asks nobody: it shows what is done without.
  private var canAsk: Bool { context.canAsk && !isDryRun }

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
        // The value was one that it has had: another can be given at once, by what is typed here.
        context.console.note("error: \(error.reason)")
        context.console.note("help: paste another one, or answer with g to generate one")
      }
    }
  }
}

extension DueValue {
  /// Whether nobody has to be asked for the new value.
  var isAutomatic: Bool { entry.kind == .credential && entry.storedGenerator != nil }
}

extension Failure {
  /// - Parameter signal: The number of the signal.
  static func interrupted(by signal: Int32) -> Failure {
    Failure(.ended(by: signal), "interrupted")
  }

  /// Whether the next credential would fail in the same way, or nobody wants it any more.
  fileprivate var endsRun: Bool {
    switch exitCode {
    case .couldNotRun, .integrity, .ended: true
    default: false
    }
  }
}
