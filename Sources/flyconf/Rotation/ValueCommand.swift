import DeployModel

/// A command of the user's that makes the new value of a credential from the old one.
///
/// It comes from the command line alone. Were it stored in the project, whoever can commit there
/// could have anything run on the machine of whoever rotates next.
struct ValueCommand: Sendable {
  let text: String

  /// How long it may take: meanwhile nobody else can change the project.
  static let timeLimit: Duration = .seconds(30)

  /// Runs the command by `sh`, with the old value on its standard input.
  ///
  /// What it says on standard error is passed on, with the values in it hidden. A signal that ends
  /// this program is passed on to it and to what it has started; if it finishes all the same, its
  /// value is taken, for the service has it by then.
  ///
  /// - Returns: What it printed, without a newline at its end.
  /// - Throws: `Failure` if it fails, takes too long, or prints nothing.
  func run(on old: Secret, under watch: InterruptionWatch, in context: Context) throws -> Secret {
    let result = try old.withBytes { bytes throws(FileError) in
      try ChildProcess.run(
        "/bin/sh", ["-c", text], environment: context.childEnvironment, input: Array(bytes),
        limits: ChildProcess.Limits(time: Self.timeLimit, output: SecretInput.limit + 2),
        interruption: watch.signal)
    }
    let printed = result.output
    var output = printed
    let value = try? SecretInput.value(from: result.output)
    _ = Secret(wiping: &output)
    report(result.errors, hiding: [old] + [value].compactMap(\.self), context)
    if result.cut == nil, result.status == 0, let value { return value }
    throw failure(result, watch)
  }

  /// Why there is no value.
  private func failure(_ result: ChildProcess.Result, _ watch: InterruptionWatch) -> Failure {
    // At a terminal Ctrl-C has ended the command before anything was passed on.
    if let signal = result.signal ?? watch.signal() {
      return Failure(
        .ended(by: signal),
        "interrupted while the command of --command was at work: \(end(result))",
        help: "nothing was changed here; what it did at the service, it has done: look there "
          + "whether the old value still works")
    }
    switch result.cut {
    case .tooLong:
      return Failure(
        "the command of --command printed more than \(SecretInput.limit >> 20) MiB",
        help: "its value was not taken; it prints the new value and nothing else")
    case .late, .left:
      return Failure(
        "the command of --command took longer than \(Self.timeLimit.components.seconds) seconds",
        help: "its value was not taken; what it, or a program that it has started, does at the "
          + "service is not undone")
    case nil: break
    }
    guard result.status == 0 else {
      return Failure(
        "the command of --command ended with exit code \(result.status)",
        help: "nothing was changed here; what it did at the service, it has done")
    }
    return Failure(
      "the command of --command printed no value",
      help: "it finds the old value on standard input and prints the new one, of at most 1 MiB")
  }

  /// What became of the command that was told of a signal.
  private func end(_ result: ChildProcess.Result) -> String {
    switch result.cut {
    case .late, .tooLong: "it has been ended"
    case .left: "it has ended, and what it had started has been ended"
    case nil: "it has ended with exit code \(result.status)"
    }
  }

  private func report(_ errors: [UInt8], hiding secrets: [Secret], _ context: Context) {
    guard !errors.isEmpty else { return }
    var mask = OutputMask(MaskPatterns(values: secrets))
    var shown: [UInt8] = []
    errors.withUnsafeBytes { mask.mask($0, into: &shown) }
    mask.finish(into: &shown)
    var text = String(decoding: shown, as: UTF8.self)
    if text.last == "\n" { text.removeLast() }
    context.console.note(text)
  }
}

extension Context {
  /// The environment of a program that is started: without the identity, which is for flyconf
  /// alone.
  var childEnvironment: [String: String] {
    environment.filter { !ProgramEnvironment.isKey($0.key) }
  }
}
