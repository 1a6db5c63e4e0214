/// A command with its type set aside, so that unlike commands can share a tree.
///
/// What it does is an `Action` of the caller's choosing, such as a closure that takes a context:
/// this target need not know how commands are run.
package struct AnyCommand<Action: Sendable>: Sendable {
  /// Everything that help and completion show.
  package let description: CommandDescription
  /// Whether it can be called but is not shown, completed or suggested.
  package let isHidden: Bool
  let action: @Sendable (MatchedArguments) throws(UsageError) -> Action

  /// Joins a syntax with what is to be done with the command read by it.
  package init<Command: Sendable>(
    _ syntax: CommandSyntax<Command>, isHidden: Bool = false,
    _ perform: @escaping @Sendable (Command) -> Action
  ) {
    self.description = syntax.description
    self.isHidden = isHidden
    self.action = { matched throws(UsageError) in perform(try syntax.command(from: matched)) }
  }
}
