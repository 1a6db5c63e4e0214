package import Documents

/// The bytes of a project's vault and of what it guards, as they were read in one go.
package struct VaultFiles: Sendable {
  /// `vault.json`, if it is there.
  package var manifest: SourceText?
  package var ledger: LedgerContents
  package var snapshot: ProjectSnapshot

  package init(manifest: SourceText?, ledger: [LedgerFile], snapshot: ProjectSnapshot) {
    self.init(manifest: manifest, ledger: .files(ledger), snapshot: snapshot)
  }

  package init(manifest: SourceText?, ledger: LedgerContents, snapshot: ProjectSnapshot) {
    self.manifest = manifest
    self.ledger = ledger
    self.snapshot = snapshot
  }

  /// Whether the project has a vault, or what is left of one.
  package var hasVault: Bool { manifest != nil || !ledger.isEmpty }
}
