import Documents

/// A vault whose every part is what its ledger vouches for.
///
/// Everything that opens, seals, signs or releases starts from this value, which only a whole
/// verification of the very bytes that are used can make.
package struct VerifiedVault: Sendable {
  package let files: VaultFiles
  package let manifest: VaultManifest
  /// What the ledger says.
  package let state: LedgerState
  package let notices: [VaultNotice]
  private let entries: [EntityKind: [SealedEntry]]

  /// - Throws: `IntegrityError` with every fault, if there is one.
  package init(_ files: VaultFiles) throws(IntegrityError) {
    try self.init(VaultVerification(files))
  }

  /// - Parameter settled: Kinds of faults that the change in hand is about to settle.
  package init(
    _ verification: VaultVerification, accepting settled: Set<VaultFault.Kind> = []
  ) throws(IntegrityError) {
    let faults = verification.faults.filter { !settled.contains($0.kind) }
    guard faults.isEmpty, let manifest = verification.manifest else {
      throw IntegrityError(faults: faults)
    }
    files = verification.files
    state = verification.state
    notices = verification.notices
    entries = verification.entries
    self.manifest = manifest
  }

  /// The id by which the vault is trusted, as 64 hexadecimal digits.
  package var id: String { manifest.id.hex }

  package func entries(_ kind: EntityKind) -> [SealedEntry] { entries[kind] ?? [] }

  /// The context of an entity's value.
  func context(
    of entry: SealedEntry, id: String, environment: EnvironmentName, key: String, revision: UInt64
  ) -> SealingContext {
    SealingContext(
      vault: self.id, purpose: .value, entityType: entry.kind.rawValue, entityID: id,
      field: "encrypted_value", environment: environment.rawValue, keyIdentifier: key,
      revision: revision)
  }
}

/// A vault that has been changed by someone not entitled to it, or that is broken.
package struct IntegrityError: Error {
  package var faults: [VaultFault]

  package init(faults: [VaultFault]) { self.faults = faults }
}
