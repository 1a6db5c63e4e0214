extension CommandTree {
  /// What is wrong with the tree itself, one sentence each; empty for a sound tree.
  ///
  /// The compiler cannot see these, so that a test of the tool's own tree should: two parameters
  /// or commands of one name, names that cannot be written, arguments that never get a word, full
  /// stops that help would double.
  package var mistakes: [String] {
    var found: [String] = []
    if shared.descriptions.contains(where: { $0.kind == .argument }) {
      found.append("an argument is shared by all commands")
    }
    return found + mistakes(in: root, path: [root.name])
  }

  private func mistakes(in group: CommandGroup<Action>, path: [String]) -> [String] {
    let name = path.joined(separator: " ")
    var found = repetitions(in: group.members.map { $0.name }).map {
      "'\(name)' has two commands '\($0)'"
    }
    if group.visibleMembers.isEmpty { found.append("'\(name)' has no commands") }
    for member in group.members {
      let path = path + [member.name]
      switch member {
      case .group(let group): found += mistakes(in: group, path: path)
      case .command(let command):
        let name = path.joined(separator: " ")
        found += mistakes(in: command.description).map { "'\(name)' \($0)" }
      }
    }
    return found
  }

  private func mistakes(in command: CommandDescription) -> [String] {
    let names = (command.parameters + shared.descriptions + [.help]).flatMap { $0.names }
    let repeated = repetitions(in: names).map { "has two options '\($0)'" }
    let unwritable = names.filter { !Self.isOptionName($0) }.map { "cannot read option '\($0)'" }
    let arguments = command.parameters.filter { $0.kind == .argument && $0.isRepeating }
    let starving = arguments.count > 1 ? ["has two repeating arguments"] : []
    let stopped = [command.summary] + command.parameters.map { $0.summary }
    let stops = stopped.filter { $0.hasSuffix(".") }.map { "has a full stop in '\($0)'" }
    return repeated + unwritable + starving + stops
  }

  /// Whether a name is a dash and a letter, or two dashes and more than a letter.
  private static func isOptionName(_ name: String) -> Bool {
    guard ArgumentMatcher.isOption(name), !name.contains("=") else { return false }
    return name.hasPrefix("--") ? name.count > 3 : name.count == 2
  }

  private func repetitions(in names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
