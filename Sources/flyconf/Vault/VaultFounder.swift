import CommandKit
import DeployModel
import Documents

/// Who founds a vault, and by what.
struct VaultFounder: Sendable {
  var name: String?
  /// The file for a second owner's identity, which is kept offline.
  var recovery: String?
  var identity: IdentityOptions

  /// Founds a vault for a project; nothing of it is written yet, but identities are made.
  ///
  /// - Parameter contents: What the project holds; nothing for a new one.
  func found(
    in layout: ProjectLayout, guarding contents: VaultFiles? = nil, _ context: Context
  ) throws -> FoundedVault {
    let name = try founderName(in: layout, context)
    let recovery = try RecoveryOwner(asked: recovery, for: name, context)
    if let contents { try checkGuarded(contents, name, context) }
    let (loaded, isNew) = try context.identityOrNew(identity)
    guard !loaded.isDemo else { throw Self.isDemo }
    let member = try recovery?.make(identity.passphrase, context)
    let founding = try VaultFounding(
      founder: name, loaded.identity, recovery: member, at: context.clock())
    return FoundedVault(
      founding: founding, owner: name,
      identity: loaded.place.path.map(context.shown) ?? loaded.place.source,
      isIdentityNew: isNew, recovery: recovery.map { context.shown($0.path) })
  }

  /// Says what would be made.
  func announce(
    in report: inout InitReport, for layout: ProjectLayout, _ context: Context
  ) throws {
    _ = try founderName(in: layout, context)
    report.names += [VaultManifest.fileName, "\(SignedChange.folderName)/"]
    if try context.identityIfAny(identity) == nil, let path = try context.identityPlace(nil).path {
      report.others.append(context.shown(path))
    }
    if let recovery { report.others.append(context.shown(context.absolute(recovery))) }
  }

  private static let isDemo = Failure(
    .noKey, "a demo identity is everyone's: nothing would be secret in a vault that it owns",
    help: "use your own: `flyconf identity new` makes one")

  // MARK: The founder's name

  private func founderName(in layout: ProjectLayout, _ context: Context) throws -> MemberName {
    if let name { return try MemberName(name) }
    let repository = GitRepository.containing(layout.folder, environment: context.environment)
    for name in [repository?.userName(), context.variable("USER"), context.variable("LOGNAME")] {
      guard let name, let slug = try? MemberName(MemberName.slug(of: name)) else { continue }
      return slug
    }
    return try MemberName("admin")
  }

  // MARK: A project that is there already

  /// Tries on paper whether the project would verify with a vault, before anything is made.
  private func checkGuarded(
    _ contents: VaultFiles, _ name: MemberName, _ context: Context
  ) throws {
    let founding = try VaultFounding(
      founder: name, Identity.generate(), at: context.clock())
    let faults = VaultVerification(founding.contents(guarding: contents)).faults
    guard var failure = faults.first.map({ Failure($0.message, help: Self.helpForValues) })
    else { return }
    failure.others = faults.dropFirst().map { Failure($0.message) }
    throw failure
  }

  private static let helpForValues =
    "a new vault knows no value yet: give the entry the value 'unset', run `flyconf init`, and "
    + "set the value by `flyconf secrets set` or `flyconf env set`"
}

extension VaultFounding {
  /// The project with the vault in it.
  func contents(guarding contents: VaultFiles) -> VaultFiles {
    let changes = files.filter { $0.name != VaultManifest.fileName }.map { file in
      LedgerFile(name: Path.name(of: file.name), bytes: Array(file.text.utf8))
    }
    return VaultFiles(
      manifest: SourceText(name: VaultManifest.fileName, manifest.text), ledger: changes,
      snapshot: contents.snapshot)
  }
}

extension Parameter where Value == VaultFounder {
  static var founder: Self {
    .group(
      VaultFounder.init,
      .option(
        "--name", placeholder: "NAME", "Your name in the vault (git's user.name, else your login)"
      ),
      .option(
        "--recovery", placeholder: "FILE",
        "Make a second owner's identity in FILE, locked by a passphrase", completion: .file),
      .identity)
  }
}
