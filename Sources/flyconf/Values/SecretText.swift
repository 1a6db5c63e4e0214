import CommandKit
import DeployModel
import Documents

/// Guards words of the command line that are written to files as they are.
enum SecretText {
  /// Refuses a text in which somebody may have put the secret itself; it is never quoted.
  static func refuse(_ text: String?, for name: String) throws(UsageError) {
    guard let text, let shape = SecretShape.find(in: text) else { return }
    throw UsageError(
      message: "what stands for \(name) looks like \(shape.kind), and is not repeated here",
      hint: "replace it at its service, since shells keep what is typed; \(name) is for everyone "
        + "to read")
  }

  /// A name that may be written to a file and shown: not empty, and with a picture of its own.
  static func checkName(_ text: String, for name: String) throws(UsageError) {
    try refuse(text, for: name)
    guard !text.isEmpty, text == text.visible, text.contains(where: { !$0.isWhitespace }) else {
      throw UsageError(message: "\(name) is empty, or has characters that cannot be seen")
    }
    // What follows may be the value, as in a file of variables.
    guard !text.contains("=") else {
      throw UsageError(
        message: "\(name) has a '='; what follows it is not repeated here",
        hint: "give the name alone: \(ValueOptions.extraArgumentHint)")
    }
  }
}

extension Parameter where Value == String? {
  /// A text that everyone will be able to read.
  static func openText(_ name: String, _ summary: String) -> Self {
    let text: Self = .option(name, placeholder: "TEXT", summary)
    return text.map { text throws(UsageError) in
      try SecretText.refuse(text, for: name)
      return text
    }
  }
}

extension Context {
  /// Asks for a text that everyone will be able to read.
  ///
  /// - Parameter option: The option by which it can be given instead.
  func askText(_ question: String, option: String) throws -> String {
    let text = try ask(question, help: "give it with \(option)")
    try SecretText.refuse(text, for: "'\(question)'")
    guard !text.isEmpty else {
      throw Failure(.usage, "'\(question)' was not answered", help: "give it with \(option)")
    }
    return text
  }
}
