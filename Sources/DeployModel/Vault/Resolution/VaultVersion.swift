package import Documents

/// The vault and its entries as one side of a merge has them, or as they stand on disk.
package struct VaultVersion: Sendable {
  /// Nothing if `vault.json` is not there or cannot be read, as with marks of a conflict in it.
  package var manifest: VaultManifest?
  package let snapshot: ProjectSnapshot
  /// The entries of each list that can be read; of two with one id the first.
  private let entries: [EntityKind: [String: SealedEntry]]
  /// The names of the changes that the side has.
  package var changeNames: Set<String>

  package init(manifest: SourceText?, snapshot: ProjectSnapshot, changeNames: Set<String>) {
    self.manifest = manifest.flatMap { try? VaultManifest.read($0) }
    self.snapshot = snapshot
    self.changeNames = changeNames
    entries = Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { kind in
        let listed = (snapshot.sealedEntries(kind) ?? []).compactMap { entry in
          entry.id.map { ($0, entry) }
        }
        return (kind, Dictionary(listed, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// The entry of an id, if the list can be read and has it.
  func entry(_ kind: EntityKind, _ id: String) -> SealedEntry? {
    entries[kind]?[id]
  }
}

/// The versions that a merge brings together.
package struct MergeSides: Sendable {
  /// What stands in the project's folder now.
  package var present: VaultVersion
  package var ours: VaultVersion?
  package var theirs: VaultVersion?
  /// What both sides come from.
  package var base: VaultVersion?

  package init(
    present: VaultVersion, ours: VaultVersion? = nil, theirs: VaultVersion? = nil,
    base: VaultVersion? = nil
  ) {
    self.present = present
    self.ours = ours
    self.theirs = theirs
    self.base = base
  }

  /// Every version, the present one first.
  var all: [VaultVersion] { [present, ours, theirs, base].compactMap(\.self) }
}

/// Which of two records that were made at the same time is to count.
package enum Choice: Hashable, Sendable {
  case ours, theirs
  /// The record of the change whose hash begins with these digits.
  case change(String)
}
