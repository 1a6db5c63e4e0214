/// How far the words of a command line lead into a tree, and what they say on the way.
struct CommandRoute<Action: Sendable>: Sendable {
  /// What was asked for in place of running a command.
  enum Request: Sendable { case help, version }

  /// The names from the tool down to the group or command reached.
  var path: [String]
  /// The deepest group reached.
  var group: CommandGroup<Action>
  /// The command reached, if any.
  var command: AnyCommand<Action>?
  var matched = MatchedArguments()
  /// The first mistake; later ones may only follow from it.
  var problem: UsageError?
  var request: Request?
  /// The option at the very end that has no value yet.
  var openOption: ParameterDescription?
  /// Whether a word named no command, so that the words behind it mean nothing.
  var isLost = false
  var isLiteral = false

  init(root: CommandGroup<Action>) {
    self.path = [root.name]
    self.group = root
  }

  /// Goes into the member of the current group that a word names.
  mutating func enter(_ word: String) {
    switch group.member(named: word) {
    case .command(let found): command = found
    case .group(let found): group = found
    case nil:
      isLost = true
      let choices = group.visibleMembers.map { $0.name }
      problem = problem ?? .unknownCommand(word, choices: choices)
      return
    }
    path.append(word)
  }

  mutating func take(_ token: Token, known: [ParameterDescription]) {
    if problem == nil { problem = token.problem(among: known).map { explained($0, token) } }
    openOption = nil
    matched.add(token)
    switch token {
    case .option(.help, _): request = request ?? .help
    case .option(.version, _): request = request ?? .version
    case .missingValue(let parameter): openOption = parameter
    case .argument, .option, .needlessValue, .unknownOption: break
    }
  }

  /// Says where an option belongs that stands before the name of its command.
  private func explained(_ problem: UsageError, _ token: Token) -> UsageError {
    guard case .unknownOption(let name) = token, command == nil, group.hasCommand(withOption: name)
    else { return problem }
    var problem = problem
    problem.hint = "write '\(name)' after the name of the command"
    return problem
  }
}

extension CommandTree {
  /// Follows the words from the root.
  func route(_ words: some Sequence<String>) -> CommandRoute<Action> {
    var route = CommandRoute(root: root)
    var matcher = ArgumentMatcher(words, parameters: parameters(at: route))
    while let token = matcher.next() {
      if case .argument(let word) = token, route.command == nil {
        if !route.isLost { route.enter(word) }
        matcher.parameters = parameters(at: route)
      } else {
        route.take(token, known: matcher.parameters)
      }
    }
    route.isLiteral = matcher.isLiteral
    // Behind `--` a word is an argument, even where an option before it lacks its value.
    if matcher.isLiteral { route.openOption = nil }
    return route
  }

  /// The parameters that may be written where a route has led to.
  func parameters(at route: CommandRoute<Action>) -> [ParameterDescription] {
    let own = route.command?.description.parameters ?? []
    let isRoot = route.path.count == 1
    return own + shared.descriptions + (isRoot ? [.help, .version] : [.help])
  }
}
