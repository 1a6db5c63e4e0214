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
    if words.count == 1, let topic = HelpTopic.all.first(where: { $0.name == words[0] }) {
      try context.console.out(topic.text)
    } else {
      try context.console.out(try Flyconf.tree.help(for: words))
    }
    return .fine
  }
}
