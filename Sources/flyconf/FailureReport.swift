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
      do {
        try console.out(JSONWriter.document(Self.node(failure)))
      } catch {
        // It may be the very reason; there is only one place left to say it.
        show(failure)
      }
    } else if let page = (error as? UsageError)?.page {
      console.note(page)
    } else {
      show(failure)
      if let usage = (error as? UsageError)?.usage { console.note("usage: \(usage)") }
    }
    return failure.exitCode
  }

  /// How many failures are shown besides the first. Of a vault that somebody has tampered with
  /// the first few say what is wrong, and a command lists the others; nothing lists the lines of
  /// a file that could not be imported but this.
  private static let faultLimit = 7
  private static let limit = 99

  /// Shows the first failures in full, and how many there are besides.
  private func show(_ failure: Failure) {
    let isIntegrity = failure.exitCode == .integrity
    let limit = isIntegrity ? Self.faultLimit : Self.limit
    for failure in [failure] + failure.others.prefix(limit) { note(failure) }
    let left = failure.others.count - limit
    guard left > 0 else { return }
    let help = isIntegrity ? "; `flyconf vault verify` lists them" : ""
    console.note("error: and \(left) more\(help)")
  }

  /// Shows one failure on standard error.
  func note(_ failure: Failure) {
    console.note(LogText.harmless("error: \(failure.message.visible)"))
    if let help = failure.help { console.note(LogText.harmless("help: \(help.visible)")) }
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
      let others = failure.others.map { other in
        var members = [Node.Member(key: "message", value: Node(.string(other.message)))]
        if let help = other.help { members.append(.init(key: "help", value: Node(.string(help)))) }
        return Node(.object(members))
      }
      error.append(Node.Member(key: "others", value: Node(.array(others))))
    }
    return .object(["format": "flyconf.error/1", "error": Node(.object(error))])
  }
}
