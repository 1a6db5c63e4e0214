import CommandKit
import DeployModel
import Documents

/// Says why a command failed: for people on standard error, for programs on standard output.
struct FailureReport {
  private let console: Console
  private let format: OutputFormat

  init(_ console: Console, _ format: OutputFormat) {
    self.console = console
    self.format = format
  }

  func show(_ error: any Error) -> ExitCode {
    let failure = Failure(error)
    if format.isMachine {
      try? console.out(JSONWriter.document(Self.node(failure)))
    } else if let page = (error as? UsageError)?.page {
      console.note(page)
    } else {
      for failure in [failure] + failure.others.prefix(Self.limit) { print(failure) }
      let left = failure.others.count - Self.limit
      if left > 0 { console.note("error: and \(left) more; `flyconf vault verify` lists them") }
      if let usage = (error as? UsageError)?.usage { console.note("usage: \(usage)") }
    }
    return failure.exitCode
  }

  /// How many failures beside the first are shown in full.
  private static let limit = 7

  private func print(_ failure: Failure) {
    console.note("error: \(failure.message.visible)")
    if let help = failure.help { console.note("help: \(help.visible)") }
  }

  private static func node(_ failure: Failure) -> Node {
    var error: [Node.Member] = [
      Node.Member(key: "code", value: Node(integerLiteral: Int(failure.exitCode.rawValue))),
      Node.Member(key: "kind", value: Node(.string(failure.exitCode.kind))),
      Node.Member(key: "message", value: Node(.string(failure.message))),
    ]
    if let help = failure.help {
      error.append(Node.Member(key: "help", value: Node(.string(help))))
    }
    if !failure.others.isEmpty {
      let others = failure.others.map { Node(.string($0.message)) }
      error.append(Node.Member(key: "others", value: Node(.array(others))))
    }
    return .object(["format": "flyconf.error/1", "error": Node(.object(error))])
  }
}
