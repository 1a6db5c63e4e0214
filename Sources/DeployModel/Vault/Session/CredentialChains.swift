import Documents

/// The credentials of a vault as chains: the record in use, and before it those it superseded.
///
/// Source: data model, CredentialManager; `previous` names the record that one has superseded.
package struct CredentialChains: Sendable {
  private let entries: [SealedEntry]
  private let superseded: Set<String>

  package init(_ entries: [SealedEntry]) {
    self.entries = entries
    superseded = Set(entries.compactMap(\.previous))
  }

  /// The records in use: those that no other names as its previous one.
  package var current: [SealedEntry] { entries.filter { !isSuperseded($0) } }

  /// The records in use for a service in an environment, of one type or of any.
  package func current(
    _ service: String, in environment: EnvironmentName, type: CredentialType? = nil
  ) -> [SealedEntry] {
    current.filter { entry in
      // Byte by byte: two names that only look the same are two names.
      (entry.name ?? "").utf8.elementsEqual(service.utf8) && entry.environment == environment
        && (type == nil || entry.credentialType == type)
    }
  }

  /// The records that one has superseded, the newest first.
  package func superseded(by entry: SealedEntry) -> [SealedEntry] {
    var chain: [SealedEntry] = []
    // A chain that leads back to itself, or to a record twice, ends there.
    var seen: Set<String> = [entry.id].reduce(into: []) { if let id = $1 { $0.insert(id) } }
    var next = entry.previous
    while let id = next, seen.insert(id).inserted,
      let record = entries.first(where: { $0.id == id })
    {
      chain.append(record)
      next = record.previous
    }
    return chain
  }

  package func isSuperseded(_ entry: SealedEntry) -> Bool {
    entry.id.map(superseded.contains) ?? false
  }
}

extension VerifiedVault {
  /// The credentials and what they have superseded.
  package var credentials: CredentialChains { CredentialChains(entries(.credential)) }
}

extension SealedEntry {
  /// The id of the record that this one has superseded, in lower case.
  package var previous: String? { identifier("previous") }

  package var environment: EnvironmentName? { word("environment") }

  package var credentialType: CredentialType? { word("credential_type") }

  private func identifier(_ field: String) -> String? {
    node[field]?.text.flatMap { try? UUIDText.read($0) }.map(UUIDText.write)
  }

  func word<Word: RawRepresentable<String>>(_ field: String) -> Word? {
    node[field]?.text.flatMap(Word.init(rawValue:))
  }

  func date(_ field: String) -> CalendarDate? {
    node[field]?.text.flatMap(CalendarDate.parsed)
  }
}
