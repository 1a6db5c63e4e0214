import CommandKit

/// A command: a plain value made from the command line, and what it does.
protocol Command: Sendable {
  static var syntax: CommandSyntax<Self> { get }
  func run(in context: Context) throws -> ExitCode
}

/// A command with its parameters read, ready to be run.
typealias Action = @Sendable (Context) throws -> ExitCode

extension CommandMember where Action == flyconf.Action {
  static func command<C: Command>(_ command: C.Type) -> Self {
    .command(
      AnyCommand(C.syntax) { command in { @Sendable context in try command.run(in: context) } })
  }
}
