import CommandKit

/// Prints the script with which a shell completes command lines.
struct PrintCompletions: Command {
  var shell: CompletedShell

  static let syntax = CommandSyntax(
    "completions", "Print the script with which a shell completes flyconf's command lines",
    discussion: "Commands, options, environments, rules, and the variables and credentials of the "
      + "project are completed.\n\n"
      + CompletedShell.all.map { "\($0.name): \($0.installation)" }.joined(separator: "\n\n"),
    examples: [
      Example("source <(flyconf completions bash)", "for this session of bash"),
      Example("flyconf completions fish | source", "for this session of fish"),
    ],
    Self.init,
    .argument("SHELL", "The shell")
  )

  func run(in context: Context) throws -> ExitCode {
    try context.console.out(shell.script)
    return .fine
  }
}
