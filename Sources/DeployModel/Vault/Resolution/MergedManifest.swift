/// Puts `vault.json` together from both sides of a merge, by what the ledger says.
struct MergedManifest {
  private let sides: MergeSides
  private let state: LedgerState

  init(_ sides: MergeSides, _ state: LedgerState) {
    self.sides = sides
    self.state = state
  }

  /// The manifest with every part as the ledger has it, where a side has it so.
  func manifest() -> VaultManifest? {
    let versions = [sides.ours, sides.present, sides.theirs].compactMap { $0?.manifest }
    guard var merged = versions.first else { return nil }
    merged.members = union(versions.map(\.members))
    merged.keyring = union(versions.map(\.keyring))
    merged.settings = right([merged.settings] + versions.map(\.settings)) ?? merged.settings
    return merged
  }

  private func union<Entity: VaultEntity>(_ lists: [[Entity]]) -> [Entity] {
    var seen: Set<String> = []
    let ids = lists.joined().map(\.id).filter { seen.insert($0).inserted }
    return ids.compactMap { id in
      let candidates = lists.compactMap { list in list.first { $0.id == id } }
      return right(candidates) ?? candidates.first
    }
  }

  /// The candidate that one of the last records speaks of.
  private func right<Entity: VaultEntity>(_ candidates: [Entity]) -> Entity? {
    candidates.first { entity in
      state.history(Entity.type, entity.id)?.heads.contains {
        $0.record.digest == entity.digest
      } ?? false
    }
  }
}
