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
      console.note("error: \(failure.message.visible)")
      if let help = failure.help { console.note("help: \(help.visible)") }
      if let usage = (error as? UsageError)?.usage { console.note("usage: \(usage)") }
    }
    return failure.exitCode
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
    return .object(["format": "flyconf.error/1", "error": Node(.object(error))])
  }
}
