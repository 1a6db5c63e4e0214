import DeployModel

/// Whether this machine knows a project's vault for the right one.
///
/// Who replaces a whole vault by one of their own makes everything in it fit: only the id, which
/// is the hash of the founding change, tells the two apart. It is pinned on a machine once.
struct FounderTrust: Sendable {
  /// Whether the user trusts the vault, by what is remembered or by what was given now.
  let isPinned: Bool
  /// That the vault is another than the one that is known, or named.
  let fault: VaultFault?
  /// What the project is known by; the remote only where git had to be asked for it.
  private let places: [ProjectPlace]
  /// Says where the project comes from, where that was not worth asking.
  private let unaskedRemote: (@Sendable () -> ProjectPlace?)?
  private let vault: Hash256?

  /// - Parameters:
  ///   - vault: The id of the vault that stands there; nothing if there is none.
  ///   - option: The vault that the command line names.
  /// - Throws: `Failure` if the environment names what is no vault id.
  init(
    _ vault: Hash256?, _ layout: ProjectLayout, _ repository: GitRepository?,
    _ option: TrustedVault?, _ memory: MachineMemory, _ context: Context
  ) throws {
    self.vault = vault
    let folder = ProjectPlace(folder: layout.folder, context.files)
    var places = [folder]
    var known = memory.vault(of: folder)
    let askRemote = { @Sendable in repository?.remotePlace(of: layout.folder, context.files) }
    // A machine that knows no project knows none by its remote: git need not be started for it.
    let isRemoteWanted = known == nil
    let isRemoteAsked = isRemoteWanted && memory.knowsProjects
    if isRemoteAsked, let remote = askRemote() {
      places.append(remote)
      known = memory.vault(of: remote)
    }
    self.places = places
    unaskedRemote = isRemoteWanted && !isRemoteAsked ? askRemote : nil
    let given = try context.trustedVault(option)
    fault = Self.fault(vault, known: known, given: given)
    isPinned = vault.map { id in given?.id == id || memory.isPinned(id) } ?? false
  }

  private static func fault(
    _ vault: Hash256?, known: Hash256?, given: (id: Hash256, source: String)?
  ) -> VaultFault? {
    guard let vault else { return known.map(isMissing) }
    if let given {
      return given.id == vault ? nil : isNotNamed(vault, given.id, given.source)
    }
    guard let known, known != vault else { return nil }
    return VaultFault(
      .vaultReplaced, VaultManifest.fileName,
      "the vault is another than the one that this machine knows of this project: its id is "
        + "\(vault), and was \(known)",
      help: "restore '\(VaultManifest.fileName)' and '\(SignedChange.folderName)' from git; if the "
        + "vault was founded anew, compare the id with a colleague's `flyconf vault status` and "
        + "run `flyconf vault accept --trust ID`",
      at: .file(VaultManifest.fileName))
  }

  private static func isMissing(_ known: Hash256) -> VaultFault {
    VaultFault(
      .vaultMissing, VaultManifest.fileName,
      "the project has no vault, but this machine knows it with the vault \(known)",
      help: "restore '\(VaultManifest.fileName)' and '\(SignedChange.folderName)' from git; if it "
        + "is to have none, run `flyconf vault accept`",
      at: .file(VaultManifest.fileName))
  }

  private static func isNotNamed(
    _ vault: Hash256, _ given: Hash256, _ source: String
  ) -> VaultFault {
    VaultFault(
      .vaultReplaced, VaultManifest.fileName,
      "the vault is not the one that \(source) names: its id is \(vault), "
        + "expected \(given)",
      help: "compare the id with a colleague's `flyconf vault status`",
      at: .file(VaultManifest.fileName))
  }

  // MARK: Memory

  /// Remembers the vault as trusted, and that the project has it.
  func pin(_ memory: MachineMemory, at time: Timestamp) throws(FileError) {
    guard let vault else { return }
    try memory.pin(vault, at: time)
    let remote = unaskedRemote.flatMap { $0() }
    for place in places + [remote].compactMap(\.self) { try memory.remember(vault, of: place) }
  }

  /// Forgets which vault the project had.
  func forget(_ memory: MachineMemory) throws(FileError) {
    for place in places { try memory.forget(place) }
  }

  // MARK: The user

  /// Has the user say that the vault is the right one, before anything of it is opened or sealed.
  ///
  /// - Throws: `Failure` with the exit code for a missing key, if nobody can be asked or the
  ///   answer is no. `--yes` is no answer: what is asked is whether somebody has compared the ids.
  func confirm(_ manifest: VaultManifest, in context: Context) throws {
    guard context.canAsk else {
      throw Failure(
        .noKey,
        "the founder is not pinned: this machine does not know yet whether the vault with the id "
          + "\(manifest.id) is the right one",
        help: "compare the id with a colleague's `flyconf vault status`, then say so with "
          + "--trust ID or FLYCONF_TRUST")
    }
    context.console.note("this machine sees the vault for the first time; its id is")
    context.console.note("  \(manifest.id)")
    for owner in manifest.members where owner.mayManage {
      context.console.note("  owner '\(owner.name)', fingerprint \(owner.keys.fingerprint)")
    }
    let answer = try context.console.prompt(
      "Is it the id that a colleague sees in `flyconf vault status`? [y/N] ")
    guard let answer, ["y", "yes"].contains(answer.lowercased()) else {
      throw Failure(
        .noKey, "the vault is not trusted, so nothing in it is opened or sealed",
        help: "compare the id with a colleague's `flyconf vault status`")
    }
  }
}
