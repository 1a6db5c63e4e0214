import CommandKit

/// Prints the help of a command, or one of the topics that belong to no command.
struct Help: Command {
  var words: [String]

  static let syntax = CommandSyntax(
    "help", "Print the help of a command or a topic",
    discussion: "Topics: \(HelpTopic.all.map(\.name).joined(separator: ", ")).",
    examples: [
      Example("flyconf help validate", "what validate takes"),
      Example("flyconf help exit-codes", "what the exit codes mean"),
    ],
    Self.init,
    .argument("COMMAND", "Command or topic", completion: .command)
  )

  func run(in context: Context) throws -> ExitCode {
    let topic = HelpTopic.all.first { [$0.name] == words }
    return try HelpText(topic?.text ?? Flyconf.tree.help(for: words)).show(in: context)
  }
}
