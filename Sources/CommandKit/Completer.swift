/// Finds what may follow a route into a tree.
struct Completer<Shared: Sendable, Action: Sendable> {
  let tree: CommandTree<Shared, Action>
  let route: CommandRoute<Action>
  /// The parameters that may be written where the route ends.
  let parameters: [ParameterDescription]
  let values: (Completion.Query) -> [Completion.Candidate]

  func completion(of partial: String) -> Completion {
    if route.isLost { return Completion() }
    if let option = route.openOption { return completion(of: partial, for: option) }
    if !route.isLiteral, partial.hasPrefix("-") {
      let (name, value) = ArgumentMatcher.splitAtEquals(partial)
      return value.map { valueCompletion(of: $0, after: name) } ?? optionNames(from: partial)
    }
    if route.command == nil { return memberNames(of: route.group, from: partial) }
    return argument.map { completion(of: partial, for: $0) } ?? Completion()
  }

  /// The argument parameter that the next word belongs to.
  private var argument: ParameterDescription? {
    let arguments = parameters.filter { $0.kind == .argument }
    let index = route.matched.words.count
    if index < arguments.count { return arguments[index] }
    return arguments.last.flatMap { $0.isRepeating ? $0 : nil }
  }

  private func memberNames(of group: CommandGroup<Action>, from partial: String) -> Completion {
    let members = group.visibleMembers.filter { $0.name.hasPrefix(partial) }
    return Completion(candidates: members.map { .init($0.name, $0.summary) })
  }

  private func optionNames(from partial: String) -> Completion {
    let open = parameters.filter { $0.isRepeating || route.matched.options[$0.name] == nil }
    let candidates = open.flatMap { parameter in
      parameter.names
        .filter { $0.hasPrefix("--") && $0.hasPrefix(partial) }
        .map { Completion.Candidate($0, parameter.summary) }
    }
    return Completion(candidates: candidates)
  }

  /// Completes a value in the same word as its option, as in `--format=js`.
  private func valueCompletion(of partial: String, after name: String) -> Completion {
    let option = parameters.first { $0.kind == .option && $0.names.contains(name) }
    guard let option else { return Completion() }
    var result = completion(of: partial, for: option)
    result.prefix = "\(name)="
    result.candidates = result.candidates.map { .init("\(name)=\($0.word)", $0.summary) }
    return result
  }

  private func completion(
    of partial: String, for parameter: ParameterDescription
  ) -> Completion {
    switch parameter.completion {
    case .none: return Completion()
    case .file: return Completion(fallback: .files)
    case .directory: return Completion(fallback: .directories)
    case .command: return commandWords(from: partial)
    case .choices:
      let words = parameter.choices.filter { $0.hasPrefix(partial) }
      return Completion(candidates: words.map { .init($0) })
    case .named(let kind):
      let query = Completion.Query(
        kind: kind, options: route.matched.options, arguments: route.matched.words)
      return Completion(candidates: values(query).filter { $0.word.hasPrefix(partial) })
    }
  }

  /// Completes the words of a command that are arguments of this one, as in `help secrets s`.
  private func commandWords(from partial: String) -> Completion {
    var named = CommandRoute(root: tree.root)
    for word in route.matched.words where named.command == nil { named.enter(word) }
    guard named.command == nil, !named.isLost else { return Completion() }
    return memberNames(of: named.group, from: partial)
  }
}
