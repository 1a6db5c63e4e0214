import DeployModel

/// What a pipeline has to know of the project that it checks.
struct PipelineProject: Sendable {
  /// The id of its vault; nothing if it has none.
  var vault: String?
  /// Whether nobody has said on this machine that it is the right vault.
  var isUnpinned = false
  /// The options that lead from the top of the repository to the project, each behind a space.
  var options = ""
  /// The branch that everything is merged into.
  var branch = "main"

  init(vault: String? = nil) { self.vault = vault }

  /// - Throws: `IntegrityError` if the vault does not verify, or is not the one that is known: its
  ///   id would make a machine trust it.
  init(_ layout: ProjectLayout?, in context: Context) throws {
    let folder = layout?.folder ?? context.folder
    let repository = GitRepository.containing(folder, environment: context.environment)
    branch = repository?.defaultBranch() ?? branch
    guard let layout else { return }
    let inspection = try VaultInspection.read(.reading, in: context)
    guard inspection.faults.isEmpty else { throw IntegrityError(faults: inspection.faults) }
    vault = inspection.verification.manifest?.id.hex
    isUnpinned = inspection.hasVault && !inspection.isPinned
    let file = RepositoryPaths(from: layout.applicationFolder, environment: context.environment)
      .path(of: "fly.toml")
    if file.contains("/"), !file.hasPrefix("/") {
      options = " -C \(ShellWord(Path.parent(of: file)))"
    }
  }

  /// The branch as a filter of GitHub's workflows: a pattern, and an element of a list in YAML.
  var branchFilter: String {
    let pattern = branch.reduce(into: "") { pattern, character in
      if "*?+[]!\\".contains(character) { pattern += "\\" }
      pattern.append(character)
    }
    let isPlain = pattern.wholeMatch(of: /[a-z][a-z0-9]+([.\/_-][a-z0-9]+)*/) != nil
    let isWord = ["true", "false", "yes", "no", "on", "off", "null"].contains(pattern)
    return isPlain && !isWord ? pattern : "'\(pattern.replacing("'", with: "''"))'"
  }
}
