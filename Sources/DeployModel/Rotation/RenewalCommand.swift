extension SealedEntry {
  /// The command that gives the entry another value.
  package func renewal(among namesakes: Namesakes) -> String {
    let words = words(among: namesakes)
    switch kind {
    case .credential: return "flyconf secrets rotate \(words)"
    case .variable:
      let category = compartment.map { " --category \($0.category)" } ?? ""
      return "flyconf env set \(words)\(category)"
    }
  }

  /// The words by which a command is told which entry is meant.
  package func words(among namesakes: Namesakes) -> String {
    let environment = compartment.map { $0.environment.option } ?? ""
    let type = namesakes.tellingType(of: self).map { " --type \($0.rawValue)" } ?? ""
    return "\(ShellWord(name ?? ""))\(environment)\(type)"
  }

  /// The name, with the type where others of that name are there.
  package func tellingName(among namesakes: Namesakes) -> String {
    (name ?? "") + (namesakes.tellingType(of: self).map { " [\($0.rawValue)]" } ?? "")
  }
}

extension EnvironmentName {
  /// The words by which a command is told the environment; none for the usual one.
  fileprivate var option: String { self == .production ? "" : " --env \(rawValue)" }
}
