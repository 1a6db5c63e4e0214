import CommandKit

/// A command: a plain value made from the command line, and what it does.
protocol Command: Sendable {
  static var syntax: CommandSyntax<Self> { get }
  /// Whether its result is findings, which more formats are for than for other results.
  static var hasFindings: Bool { get }
  func run(in context: Context) throws -> ExitCode
}

extension Command {
  static var hasFindings: Bool { false }
}

/// A command with its parameters read, ready to be run.
typealias Action = @Sendable (Context) throws -> ExitCode

extension CommandMember where Action == flyconf.Action {
  static func command<C: Command>(_ command: C.Type) -> Self { member(command, isHidden: false) }

  /// A command that only programs call.
  static func hidden<C: Command>(_ command: C.Type) -> Self { member(command, isHidden: true) }

  private static func member<C: Command>(_ command: C.Type, isHidden: Bool) -> Self {
    .command(
      AnyCommand(C.syntax, isHidden: isHidden) { command in
        { @Sendable context in
          if !C.hasFindings {
            try context.options.format.refuseFindings(of: "'\(C.syntax.description.name)'")
          }
          return try command.run(in: context)
        }
      })
  }
}

extension OutputFormat {
  /// Refuses a format that is for findings alone.
  ///
  /// - Parameter command: What has no findings.
  func refuseFindings(of command: String) throws {
    guard audience == .reportReaders else { return }
    let others = Self.all.filter { $0.audience != .reportReaders }.map(\.name)
    throw Failure(
      .usage, "--format \(name) is for findings, and \(command) has none",
      help: "the formats that it has are \(others.joined(separator: ", "))")
  }
}
