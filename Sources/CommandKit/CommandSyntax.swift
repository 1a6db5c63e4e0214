/// How a command is written, and how its value is made from the words.
///
/// A command is a plain struct; its syntax ties parameters, in order, to the initializer:
///
///     static let syntax = CommandSyntax(
///       "set", "Encrypt a value and store it in the vault",
///       Self.init,
///       .argument("NAME", "Name of the secret"),
///       .flag("--force", summary: "Replace an existing value"))
package struct CommandSyntax<Command: Sendable>: Sendable {
  /// Everything that help and completion show.
  package let description: CommandDescription
  private let make: @Sendable (inout MatchedArguments) throws(UsageError) -> Command

  /// Ties parameters to the initializer that takes their values in the same order.
  package init<each Value: Sendable>(
    _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [],
    extraArgumentHint: String? = nil,
    _ make: @escaping @Sendable (repeat each Value) -> Command,
    _ parameter: repeat Parameter<each Value>
  ) {
    var parameters: [ParameterDescription] = []
    for parameter in repeat each parameter { parameters += parameter.descriptions }
    self.description = CommandDescription(
      name: name, summary: summary, discussion: discussion, examples: examples,
      parameters: parameters, extraArgumentHint: extraArgumentHint)
    self.make = { matched throws(UsageError) in
      make(repeat try (each parameter).read(&matched))
    }
  }

  /// Reads the words after the command's name, without any options of a tree around it.
  package func parse(_ words: [String]) throws(UsageError) -> Command {
    do throws(UsageError) {
      let matched = try MatchedArguments(words, parameters: description.parameters)
      return try command(from: matched)
    } catch {
      throw error.with(usage: Usage.line(of: description, path: [description.name]))
    }
  }

  func command(from matched: MatchedArguments) throws(UsageError) -> Command {
    var matched = matched
    try matched.assignWords(to: description)
    return try make(&matched)
  }
}
