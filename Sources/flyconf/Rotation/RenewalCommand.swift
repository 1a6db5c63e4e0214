import DeployModel

extension SealedEntry {
  /// The command that gives the entry another value.
  ///
  /// - Parameter entries: Those among which it has to be told from others of its name.
  func renewal(among entries: [SealedEntry]) -> String {
    let name = ShellWord(name ?? "")
    let environment = compartment.map { $0.environment.option } ?? ""
    switch kind {
    case .credential:
      return "flyconf secrets rotate \(name)\(environment)\(typeOption(among: entries))"
    case .variable:
      let category = compartment.map { " --category \($0.category)" } ?? ""
      return "flyconf env set \(name)\(environment)\(category)"
    }
  }

  private func typeOption(among entries: [SealedEntry]) -> String {
    tellingType(among: entries).map { " --type \($0.rawValue)" } ?? ""
  }

  /// The type that tells the entry from others of its name; nothing if there are none.
  private func tellingType(among entries: [SealedEntry]) -> CredentialType? {
    let others = entries.filter {
      $0.kind == kind && $0.name == name && $0.environment == environment
    }
    return others.count > 1 ? credentialType : nil
  }

  /// The name, with the type where others of that name are there.
  func tellingName(among entries: [SealedEntry]) -> String {
    (name ?? "") + (tellingType(among: entries).map { " [\($0.rawValue)]" } ?? "")
  }
}

extension EnvironmentName {
  /// The words by which a command is told the environment; none for the usual one.
  fileprivate var option: String { self == .production ? "" : " --env \(rawValue)" }
}
