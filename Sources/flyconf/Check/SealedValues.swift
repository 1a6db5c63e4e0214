import DeployModel

/// The values of the vault that the user may open, for the search by content. They never leave the
/// program, so that no record of a read is due.
struct SealedValues {
  private(set) var known = KnownValues()
  /// What is searched for, in a few words.
  let detail: String

  private static let byForm = "by form and name"

  /// - Throws: `Failure` if an identity that the command line names cannot be used.
  init(in subject: CheckSubject) throws {
    guard let project = subject.project, let vault = project.vault else {
      detail = Self.byForm
      return
    }
    guard let identity = try Self.identity(in: subject), Self.isTrusted(identity, project, vault),
      let open = try? OpenVault(vault, by: identity.identity)
    else {
      detail = "\(Self.byForm); values of the vault are not known"
      return
    }
    for entry in vault.entries(.credential) + vault.entries(.variable) {
      guard case .sealed = entry.value, let value = try? open.reveal(entry) else { continue }
      known.insert(value, named: "the value of \(entry.shownName)")
    }
    let left = known.omittedCount > 0 ? " (\(known.omittedCount) too common)" : ""
    detail = "\(Self.byForm), and by \(Counted(known.count, "value")) of the vault\(left)"
  }

  /// An identity that is at hand without asking for anything.
  private static func identity(in subject: CheckSubject) throws -> LoadedIdentity? {
    let options = subject.options.vault.identity
    let context = subject.context
    do {
      guard let found = try IdentitySearch.findIfAny(options, context) else { return nil }
      let canOpen =
        found.kind != .locked || options.passphrase.descriptor != nil
        || context.variable("FLYCONF_PASSPHRASE_FD") != nil
      return canOpen ? try context.identityIfAny(options) : nil
    } catch {
      // What nobody named is no reason to stop a run that needs no key.
      if options.file != nil { throw error }
      return nil
    }
  }

  /// Nothing is opened of a vault that nobody has said to be the right one.
  private static func isTrusted(
    _ identity: LoadedIdentity, _ project: CheckedProject, _ vault: VerifiedVault
  ) -> Bool {
    identity.isDemo ? vault.manifest.settings.isDemo : project.isPinned
  }
}
