import Documents

/// Which variables of an environment a program is to get.
package struct VariableSelection: Sendable {
  package var environment: EnvironmentName
  /// Whether variables that are no secret are among them.
  package var includesPlain: Bool
  /// The only keys that are wanted; all where nothing is named.
  package var only: [String]?

  package init(
    _ environment: EnvironmentName, includesPlain: Bool = true, only: [String]? = nil
  ) {
    self.environment = environment
    self.includesPlain = includesPlain
    self.only = only
  }

  /// The entries that are meant, in the order of their keys.
  ///
  /// - Throws: `VaultRefusal` if one is named that is not there, if two bear one key, or if a key
  ///   is none that a program can be given.
  func entries(in vault: VerifiedVault) throws(VaultRefusal) -> [(VariableKey, SealedEntry)] {
    let here = vault.entries(.variable).filter { $0.environment == environment }
    try checkNames(among: here)
    let wanted = only.map(Set.init)
    var entries: [(VariableKey, SealedEntry)] = []
    for entry in here {
      guard includesPlain || !entry.isOpen, wanted?.contains(entry.name ?? "") ?? true
      else { continue }
      entries.append((try Self.key(of: entry), entry))
    }
    entries.sort { $0.0 < $1.0 }
    try Self.checkUnique(entries)
    return entries
  }

  private func checkNames(among entries: [SealedEntry]) throws(VaultRefusal) {
    guard let only else { return }
    let names = Set(entries.compactMap(\.name))
    guard let unknown = only.first(where: { !names.contains($0) }) else { return }
    let nearest = Spelling.nearest(to: unknown, in: names.sorted())
    throw VaultRefusal(
      "there is no variable \(Quoted(unknown)) (\(environment))",
      help: nearest.map { "did you mean \(Quoted($0))?" }
        ?? "`flyconf env list --all` shows those that are there", kind: .request)
  }

  private static func key(of entry: SealedEntry) throws(VaultRefusal) -> VariableKey {
    do throws(MalformedValue) {
      return try VariableKey(entry.name ?? "")
    } catch {
      throw VaultRefusal(error.reason, help: error.help, kind: .circumstances)
    }
  }

  private static func checkUnique(
    _ entries: [(VariableKey, SealedEntry)]
  ) throws(VaultRefusal) {
    for (first, second) in zip(entries, entries.dropFirst()) where first.0 == second.0 {
      let ids = [first.1, second.1].compactMap(\.id)
      throw VaultRefusal(
        "\(first.1.shownName) stands there more than once",
        help: "take one away with `flyconf env unset \(first.0) --id ID`: "
          + ids.joined(separator: ", "), kind: .request)
    }
  }
}

extension SealedEntry {
  /// Whether the entry is a variable that says of itself that it holds no secret.
  package var isOpen: Bool {
    kind == .variable && (node["is_secret"]?.isEqual(to: false) ?? false)
  }

  /// Whether a deployment needs the variable.
  ///
  /// Source: data model, EnvironmentVariable, `required`: true unless it is written otherwise.
  package var isRequired: Bool { !(node["required"]?.isEqual(to: false) ?? false) }
}
