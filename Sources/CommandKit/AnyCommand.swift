/// A command with its type set aside, so that unlike commands can share a tree.
///
/// What it does is an `Action` of the caller's choosing, such as a closure that takes a context:
/// this target need not know how commands are run. Its syntax is made when it is asked for, because
/// a command line names one command of many.
package struct AnyCommand<Action: Sendable>: Sendable {
  /// Everything that help and completion show.
  package var description: CommandDescription { describe() }
  /// Whether it can be called but is not shown, completed or suggested.
  package let isHidden: Bool
  let action: @Sendable (MatchedArguments) throws(UsageError) -> Action
  private let describe: @Sendable () -> CommandDescription

  /// Joins a syntax with what is to be done with the command read by it.
  ///
  /// - Parameter syntax: Best a static property, since it is evaluated at each use.
  package init<Command: Sendable>(
    _ syntax: @autoclosure @escaping @Sendable () -> CommandSyntax<Command>,
    isHidden: Bool = false, _ perform: @escaping @Sendable (Command) -> Action
  ) {
    self.isHidden = isHidden
    self.action = { matched throws(UsageError) in perform(try syntax().command(from: matched)) }
    self.describe = { syntax().description }
  }
}
