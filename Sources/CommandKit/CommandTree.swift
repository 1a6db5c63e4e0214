/// What a command line asks for.
package enum Invocation<Shared, Action> {
  /// Do this, under the options that every command has.
  case run(Shared, Action)
  /// Print this page, on standard output.
  case help(String)
  /// Print the version.
  case version
}

extension Invocation: Sendable where Shared: Sendable, Action: Sendable {}

/// A tool's whole command line: its commands, and the options that each of them has.
///
/// Shared options may stand before, between and after the names of the command; the options of
/// a command only after its name, because before it nothing tells how to read them.
package struct CommandTree<Shared: Sendable, Action: Sendable>: Sendable {
  /// The commands, under the name of the tool.
  package var root: CommandGroup<Action>
  /// The options of every command; arguments cannot be shared.
  package var shared: Parameter<Shared>
  /// What to do when no command is named; without it that is a usage error.
  package var defaultAction: Action?

  /// Makes a tree.
  package init(
    root: CommandGroup<Action>, shared: Parameter<Shared>, defaultAction: Action? = nil
  ) {
    self.root = root
    self.shared = shared
    self.defaultAction = defaultAction
  }

  /// Reads the words after the tool's name.
  ///
  /// A request for help or for the version is granted even among mistakes. Help is that of the
  /// deepest command reached; the version is only asked for before the name of a command.
  package func parse(_ words: [String]) throws(UsageError) -> Invocation<Shared, Action> {
    let route = route(words)
    switch route.request {
    case .help: return .help(help(at: route))
    case .version: return .version
    case nil: break
    }
    do throws(UsageError) {
      return try invocation(at: route)
    } catch {
      throw error.with(usage: usageLine(at: route))
    }
  }

  /// The shared options as far as they can be read, whatever else is wrong with the line.
  ///
  /// For reporting a usage error in the format asked for, and for completing in the project
  /// asked for.
  package func sharedOptions(in words: [String]) -> Shared? {
    var matched = route(words).matched
    return try? shared.read(&matched)
  }

  /// The help page of a command or group; the empty path names the tool itself.
  package func help(for path: [String]) throws(UsageError) -> String {
    var route = CommandRoute(root: root)
    for word in path {
      guard route.command == nil else {
        throw .unexpectedArgument(word, hint: nil).with(usage: usageLine(at: route))
      }
      route.enter(word)
      if let problem = route.problem { throw problem.with(usage: usageLine(at: route)) }
    }
    return help(at: route)
  }

  /// Every command that is not hidden, with the words it is called by after the tool's name.
  package var commands: [(path: [String], description: CommandDescription)] {
    root.commands(under: [])
  }

  private func invocation(
    at route: CommandRoute<Action>
  ) throws(UsageError) -> Invocation<Shared, Action> {
    if let problem = route.problem { throw problem }
    var matched = route.matched
    let options = try shared.read(&matched)
    if let command = route.command { return .run(options, try command.action(route.matched)) }
    if route.path.count == 1, let defaultAction { return .run(options, defaultAction) }
    let name = route.path.joined(separator: " ")
    throw UsageError(message: "missing command after '\(name)'", page: help(at: route))
  }
}

extension CommandGroup {
  fileprivate func commands(
    under path: [String]
  ) -> [(path: [String], description: CommandDescription)] {
    visibleMembers.flatMap { member in
      switch member {
      case .command(let command): [(path + [member.name], command.description)]
      case .group(let group): group.commands(under: path + [member.name])
      }
    }
  }
}

extension UsageError {
  func with(usage: String) -> Self {
    var error = self
    error.usage = usage
    return error
  }
}
