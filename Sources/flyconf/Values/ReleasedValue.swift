import DeployModel
import Documents

/// A value in plain text on its way to standard output: the only place from which one leaves.
struct ReleasedValue {
  private let secret: Secret

  /// Opens an entry's value once its being read has been recorded; a reference is followed.
  ///
  /// - Throws: `Failure` if there is no value, `VaultRefusal` without a grant.
  init(_ entry: SealedEntry, _ session: borrowing VaultSession) throws {
    if case .unset = entry.value { throw Self.missing(entry) }
    let secrets = try session.release([entry], .revealed, from: session.unlock())
    guard let secret = secrets.first else { throw Self.missing(entry) }
    self.secret = secret
  }

  /// A value that is no secret.
  init(plain text: String) { secret = Secret(text) }

  static func missing(_ entry: SealedEntry) -> Failure {
    Failure(.found, "\(entry.shownName) has no value yet", help: entry.helpForSetting)
  }

  /// Prints the bytes of the value and nothing else; a terminal gets a newline, so that the prompt
  /// after it stands on a line of its own.
  ///
  /// - Throws: `Failure` for bytes that are no text, on a terminal.
  func show(in context: Context) throws {
    guard context.console.isOutTerminal else { return try context.console.out(secret) }
    guard let text = secret.text() else {
      throw Failure(
        "the value is not text in UTF-8, which a terminal cannot show",
        help: "`--output FILE` writes its bytes to a file, and so does `> FILE`; `--format json` "
          + "prints it in base64url")
    }
    try context.console.out(text + "\n")
  }

  /// The member of an object for programs.
  var member: Node.Member {
    if let text = secret.text() { return Node.Member(key: "value", value: Node(.string(text))) }
    let digits = secret.withBytes { Base64URL.encode(Array($0)) }
    return Node.Member(key: "value_base64url", value: Node(.string(digits)))
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
