import DeployModel

/// What a pipeline has to know of the project that it checks.
struct PipelineProject: Sendable {
  /// The id of its vault; nothing if it has none.
  var vault: String?
  /// Whether nobody has said on this machine that it is the right vault.
  var isUnpinned = false
  /// The options that lead from the top of the repository to the project, each behind a space.
  var options = ""

  init(vault: String? = nil) { self.vault = vault }

  /// - Throws: `IntegrityError` if the vault does not verify, or is not the one that is known: its
  ///   id would make a machine trust it.
  init(_ layout: ProjectLayout?, in context: Context) throws {
    guard let layout else { return }
    let inspection = try VaultInspection.read(.reading, in: context)
    guard inspection.faults.isEmpty else { throw IntegrityError(faults: inspection.faults) }
    vault = inspection.verification.manifest?.id.hex
    isUnpinned = inspection.hasVault && !inspection.isPinned
    let file = RepositoryPaths(from: layout.applicationFolder, environment: context.environment)
      .path(of: "fly.toml")
    let folder = Path.parent(of: file)
    if file.contains("/"), !file.hasPrefix("/") { options = " -C \(ShellWord(folder))" }
  }
}
