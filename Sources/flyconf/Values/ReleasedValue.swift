import DeployModel
import Documents

/// A value in plain text on its way to standard output: the only place from which one leaves.
struct ReleasedValue {
  private let text: String?
  private let base64: String

  /// Opens an entry's value once its being read has been recorded; a reference is followed.
  ///
  /// - Throws: `Failure` if there is no value, `VaultRefusal` without a grant.
  init(_ entry: SealedEntry, _ session: borrowing VaultSession) throws {
    if case .unset = entry.value { throw Self.missing(entry) }
    let secrets = try session.release([entry], .revealed, from: session.unlock())
    guard let secret = secrets.first else { throw Self.missing(entry) }
    text = secret.text()
    base64 = text == nil ? secret.withBytes { Base64URL.encode(Array($0)) } : ""
  }

  /// A value that is no secret.
  init(plain text: String) {
    self.text = text
    base64 = ""
  }

  static func missing(_ entry: SealedEntry) -> Failure {
    Failure(.found, "\(entry.shownName) has no value yet", help: entry.helpForSetting)
  }

  /// Prints the value and nothing else; a terminal gets a newline, so that the prompt after it
  /// stands on a line of its own.
  func show(in context: Context) throws {
    guard let text else {
      throw Failure(
        "the value is not text in UTF-8", help: "`--format json` prints it in base64url")
    }
    try context.console.out(text + (context.console.isOutTerminal ? "\n" : ""))
  }

  /// The member of an object for programs.
  var member: Node.Member {
    text.map { Node.Member(key: "value", value: Node(.string($0))) }
      ?? Node.Member(key: "value_base64url", value: Node(.string(base64)))
  }
}

extension SealedEntry {
  /// What to do about a value that is missing.
  var helpForSetting: String {
    let environment = node["environment"]?.text.map { " --env \(ShellWord($0))" } ?? ""
    return "give it one with `flyconf \(kind == .credential ? "secrets" : "env") set "
      + "\(ShellWord(name ?? "NAME"))\(environment)`"
  }
}
