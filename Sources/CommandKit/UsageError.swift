/// Why a command line could not be understood.
package struct UsageError: Error, Sendable, Equatable {
  /// What is wrong: lower case, no full stop, values in single quotes.
  package var message: String
  /// What to do about it, such as "did you mean '--force'?".
  package var hint: String?
  /// How the command is written, in one line without the word "Usage".
  package var usage: String?
  /// The help page to show instead of a message, where a group was named but no command.
  ///
  /// The message stands beside it for output that a program reads.
  package var page: String?

  /// Makes an error; the tree adds the usage line when it knows which command was meant.
  package init(
    message: String, hint: String? = nil, usage: String? = nil, page: String? = nil
  ) {
    self.message = message
    self.hint = hint
    self.usage = usage
    self.page = page
  }
}

extension UsageError {
  static func missingArgument(_ placeholder: String) -> Self {
    Self(message: "missing argument \(placeholder)")
  }

  /// A word too many; it is not repeated where a hint says that it may be a secret.
  static func unexpectedArgument(_ word: String, hint: String?) -> Self {
    guard let hint else { return Self(message: "unexpected argument '\(word)'") }
    return Self(message: "unexpected argument", hint: hint)
  }

  static func invalidValue(
    _ word: String, for name: String, choices: [String], expectation: String?
  ) -> Self {
    let expected =
      choices.isEmpty ? expectation : "one of \(Spelling.list(choices))"
    let suffix = expected.map { " (expected \($0))" } ?? ""
    return Self(
      message: "invalid value '\(word)' for \(name)\(suffix)",
      hint: Spelling.suggestion(for: word, among: choices))
  }

  static func unknownCommand(_ word: String, choices: [String]) -> Self {
    let list = choices.isEmpty ? nil : "the commands are \(Spelling.list(choices))"
    return Self(
      message: "unknown command '\(word)'",
      hint: Spelling.suggestion(for: word, among: choices) ?? list)
  }

  static func unknownOption(_ name: String, known: [ParameterDescription]) -> Self {
    let names = known.flatMap { $0.names }.filter { $0.hasPrefix("--") }
    return Self(
      message: "unknown option '\(name)'",
      hint: Spelling.suggestion(for: name, among: names))
  }
}
