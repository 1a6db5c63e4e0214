import DeployModel
import Documents

/// A project that was read under its lock, verified and validated for `flyconf check`.
struct CheckedProject: Sendable {
  let layout: ProjectLayout
  let snapshot: ProjectSnapshot
  /// Everything that rules find in it.
  let findings: [Finding]
  /// The vault, if it verifies.
  let vault: VerifiedVault?
  let hasVault: Bool
  /// Whether this machine knows the vault for the right one.
  let isPinned: Bool
  let numbers: VaultNumbers
  /// Why the vault could not be compared with the base that was named.
  let baseFailure: Failure?

  init(_ layout: ProjectLayout, _ options: CheckOptions, in context: Context) throws {
    self.layout = layout
    let inspection = try VaultInspection.read(
      .reading, trusting: options.vault.trust, in: context)
    let comparison = Self.faults(
      since: options.base, inspection.watch, inspection.hasVault, layout, context)
    let missed: [VaultFault]
    switch comparison {
    case .success(let faults): (missed, baseFailure) = (faults, nil)
    case .failure(let error):
      (missed, baseFailure) = ([], Failure(error.description, help: error.help))
    }
    // What lacks a change of the base, or may lack one, is not what is to be remembered.
    if missed.isEmpty, baseFailure == nil { inspection.remember() }
    hasVault = inspection.hasVault
    isPinned = inspection.isPinned
    numbers = VaultNumbers(inspection.verification)
    let faults = inspection.faults + missed
    vault = faults.isEmpty && hasVault ? try VerifiedVault(inspection.verification) : nil
    var snapshot = inspection.project.snapshot(
      inspection.verification, with: faults, naming: context.shown)
    let now = try context.now()
    // Of a vault that is another than the right one, nothing more is said.
    if hasVault, !faults.contains(where: { $0.kind == .vaultReplaced }) {
      for notice in inspection.notices { snapshot.addToGate(notice, context, layout) }
    }
    for exposure in vault?.exposures ?? [] { snapshot.vault?.add(exposure) }
    if options.isOnline {
      for answer in try AppNameQuestion(context).answers(for: snapshot.project) {
        snapshot.vault?.add(
          answer.rule, answer.message, help: answer.help, at: .file(ProjectFile.deployment.name),
          named: context.shown(layout.path(of: .deployment)))
      }
    }
    self.snapshot = snapshot
    findings = snapshot.validate(at: now, Rule.all)
  }

  private static func faults(
    since base: String?, _ watch: VaultWatch, _ hasVault: Bool, _ layout: ProjectLayout,
    _ context: Context
  ) -> Result<[VaultFault], GitError> {
    guard let base else { return .success([]) }
    return Result { () throws(GitError) in
      if let rollback = watch.rollback { return try rollback.faults(since: base) }
      guard
        let repository = GitRepository.containing(
          layout.folder, environment: context.environment)
      else {
        throw .failed(action: "find '\(base)'", reason: "the project is in no work tree of git")
      }
      let commit = try repository.commit(named: base)
      // Of a ledger that is broken nothing can be missing, and of one that is gone, all of it.
      let folder = Path.join(layout.folder, SignedChange.folderName)
      guard !hasVault, try !repository.names(below: folder, at: commit).isEmpty else { return [] }
      return [.vaultGone(since: base)]
    }
  }

  /// The environments for which the project says anything; production is what it is about.
  var environments: Set<EnvironmentName> {
    let project = snapshot.project
    let named =
      (project.variables.value ?? []).compactMap(\.environment.value)
      + (project.credentials.value ?? []).compactMap(\.environment.value)
    return Set(named).union(snapshot.patchedEnvironments).union([.production])
  }

  /// The environment of the entry that a finding is about.
  func environment(of finding: Finding) -> EnvironmentName? {
    let steps = (finding.pointer ?? "").split(separator: "/")
    guard steps.count > 1, let index = Int(steps[1]) else { return nil }
    switch steps[0] {
    case "variables":
      return Self.element(index, of: snapshot.project.variables.value)?.environment.value
    case "credentials":
      return Self.element(index, of: snapshot.project.credentials.value)?.environment.value
    default: return nil
    }
  }

  private static func element<Element>(_ index: Int, of list: [Element]?) -> Element? {
    guard let list, list.indices.contains(index) else { return nil }
    return list[index]
  }
}

extension ProjectSnapshot {
  /// Adds what only this machine knows of the vault.
  fileprivate mutating func addToGate(
    _ notice: VaultNotice, _ context: Context, _ layout: ProjectLayout
  ) {
    guard let rule = notice.kind.gateRule else { return }
    vault?.add(
      rule, notice.message, help: notice.help, at: notice.place,
      named: context.shown(Path.join(layout.folder, VaultManifest.fileName)))
  }
}

extension VaultFault {
  /// That a revision has a vault and the folder has none.
  fileprivate static func vaultGone(since base: String) -> VaultFault {
    VaultFault(
      .vaultMissing, VaultManifest.fileName,
      "the project has no vault, and has one in '\(base)'",
      help: "restore '\(VaultManifest.fileName)' and '\(SignedChange.folderName)' from '\(base)'",
      at: .file(VaultManifest.fileName))
  }
}
