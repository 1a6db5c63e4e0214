import DeployModel

/// What an import is to change, in a vault that is held until it is done.
struct PlannedImport: ~Copyable {
  let session: VaultSession
  /// Nothing once it is written.
  private var draft: VaultDraft?
  let entries: [ImportedEntry]

  /// - Parameter plan: Makes the values part of the change.
  init(
    _ session: consuming VaultSession,
    _ plan: (inout VaultDraft) throws -> [ImportedEntry]
  ) throws {
    var draft = try session.draft(session.unlock())
    entries = try plan(&draft)
    self.draft = draft
    self.session = session
  }

  /// Writes the change, unless it is a dry run.
  mutating func finish(isDryRun: Bool) throws -> FinishedChange? {
    guard let draft = draft.take() else { return nil }
    return try session.finish(draft, isDryRun: isDryRun)
  }
}
