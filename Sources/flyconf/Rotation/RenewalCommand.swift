import DeployModel

extension SealedEntry {
  /// The command that gives the entry another value.
  func renewal(among namesakes: Namesakes) -> String {
    let name = ShellWord(name ?? "")
    let environment = compartment.map { $0.environment.option } ?? ""
    switch kind {
    case .credential:
      let type = namesakes.tellingType(of: self).map { " --type \($0.rawValue)" } ?? ""
      return "flyconf secrets rotate \(name)\(environment)\(type)"
    case .variable:
      let category = compartment.map { " --category \($0.category)" } ?? ""
      return "flyconf env set \(name)\(environment)\(category)"
    }
  }

  /// The name, with the type where others of that name are there.
  func tellingName(among namesakes: Namesakes) -> String {
    (name ?? "") + (namesakes.tellingType(of: self).map { " [\($0.rawValue)]" } ?? "")
  }
}

extension EnvironmentName {
  /// The words by which a command is told the environment; none for the usual one.
  fileprivate var option: String { self == .production ? "" : " --env \(rawValue)" }
}
