/// Looks for changes of a vault that were there once and are no longer, or no longer the same.
///
/// The ledger itself shows everything but that its newest changes have been taken away. What was
/// seen on this machine before, and the history that git keeps, show that too.
package struct RollbackCheck: Sendable {
  package private(set) var faults: [VaultFault] = []
  package private(set) var notices: [VaultNotice] = []
  /// Changes that were seen on this machine and are missing now.
  package private(set) var missingTips: [Hash256] = []
  /// Whether history was gone through, because it has moved since the last time.
  package private(set) var hasReadHistory = false

  private let state: LedgerState
  private let vault: Hash256
  private let project: String
  private let repository: GitRepository?
  private let memory: MachineMemory
  /// The commit at HEAD, of which nothing is left unlooked at.
  private var head: String?

  /// - Parameters:
  ///   - state: What the ledger says, which has no fault.
  ///   - project: The project's folder.
  ///   - repository: The one in whose work tree the project stands, if it stands in one.
  package init(
    _ state: LedgerState, of vault: Hash256, in project: String, _ repository: GitRepository?,
    _ memory: MachineMemory
  ) {
    self.state = state
    self.vault = vault
    self.project = project
    self.repository = repository
    self.memory = memory
    checkTips()
    checkHistory()
  }

  private var folder: String { Path.join(project, SignedChange.folderName) }

  /// The name under which tips are remembered; nothing where HEAD is on no branch.
  private var branch: String? {
    guard let repository else { return memory.place(of: project).text }
    return repository.branch().map { "branch \($0)" }
  }

  // MARK: Tips

  private mutating func checkTips() {
    guard let branch else { return }
    let own = memory.copy(project)
    for sighting in memory.sightings(of: vault, on: branch) {
      missingTips += sighting.tips.filter { tip in
        !state.contains(tip) && !missingTips.contains(tip)
          && (sighting.project == own || !memory.stillHas(tip, sighting))
      }
    }
    for tip in missingTips {
      let name = String(tip.hex.prefix(8))
      faults.append(
        VaultFault(
          .changeMissing, "change \(name)",
          "the change \(name)… was seen on this machine, and is missing now",
          help: "if another copy of the project is newer, pull; if it is to be gone, "
            + "`flyconf vault accept` says what goes and goes on without it",
          at: .file(SignedChange.folderName)))
    }
  }

  // MARK: History

  private mutating func checkHistory() {
    guard let repository else { return }
    do throws(GitError) {
      guard let head = try repository.head() else { return }
      if repository.isShallow {
        note(
          "history is not checked: shallow clone",
          help: "fetch all of it: `git fetch --unshallow`")
      } else {
        self.head = head
      }
      let clean = memory.cleanCommit(of: vault, in: repository.workTree)
      guard head != clean else { return }
      hasReadHistory = true
      let present = try repository.blobs(below: folder, at: head)
      var alterations: [GitRepository.Alteration] = []
      for alteration in try repository.alterations(below: folder, since: clean)
      where try isOfThisVault(alteration, repository) {
        alterations.append(alteration)
      }
      report(alterations, present)
      reportAbsent(present.keys.sorted(), head)
    } catch {
      head = nil
      note("history is not checked: \(error)", help: error.help)
    }
  }

  private mutating func note(_ message: String, help: String?) {
    notices.append(VaultNotice(.historyUnchecked, message, help: help))
  }

  /// Whether a file that was taken away elsewhere, where another project may stand, was a change of
  /// this vault.
  private func isOfThisVault(
    _ alteration: GitRepository.Alteration, _ repository: GitRepository
  ) throws(GitError) -> Bool {
    guard alteration.isElsewhere else { return true }
    guard let bytes = try repository.contents(ofBlob: alteration.blob),
      let signed = try? SignedChange.read(LedgerFile(name: alteration.path, bytes: bytes))
    else { return false }
    return signed.change.vault == vault || signed.hash == vault
  }

  /// Reports what commits did, but for a file that was deleted and is back as it was: then nothing
  /// has been taken away. What was altered and put back is reported, since for a while it was
  /// something else.
  ///
  /// - Parameter present: The blobs at HEAD, by name.
  private mutating func report(
    _ alterations: [GitRepository.Alteration], _ present: [String: String]
  ) {
    var seen: Set<String> = []
    for alteration in alterations {
      if alteration.kind == .deleted, present[alteration.path] == alteration.blob { continue }
      guard seen.insert(alteration.path).inserted else { continue }
      let commit = alteration.commit.prefix(12)
      let isGone = alteration.kind == .deleted
      faults.append(
        .inChange(
          isGone ? .changeMissing : .changeAltered, alteration.path,
          "was \(isGone ? "deleted" : "altered") by the commit \(commit)",
          help: "`git show \(commit)` tells who did it; no change is ever altered or removed. If "
            + "it is to stay so, `flyconf vault accept` goes on from here"))
    }
  }

  /// Changes that HEAD has and the work tree does not, told apart by the hash in their names.
  ///
  /// To make another change with the same digits takes 2^32 attempts and the author's key, and
  /// gains nothing: the tips that were seen, history and a revision are compared as a whole.
  private mutating func reportAbsent(_ names: [String], _ head: String) {
    guard !names.isEmpty else { return }
    let present = Set(state.hashes.map { String($0.hex.prefix(8)) })
    for name in names where !present.contains(Self.mark(in: name)) {
      faults.append(
        .inChange(
          .changeMissing, name, "stands in the commit \(head.prefix(12)) and not in the folder",
          help: "restore it: `git restore` brings the file back"))
    }
  }

  /// The digits of the hash in the name of a change.
  private static func mark(in name: String) -> String {
    String((name.split(separator: "-").last ?? "").prefix(8))
  }

  // MARK: A revision to compare with

  /// Changes that a revision has and the folder has not, or not as they were.
  ///
  /// - Throws: `GitError` if there is no such commit.
  package func faults(since revision: String) throws(GitError) -> [VaultFault] {
    guard let repository else {
      throw .failed(action: "find '\(revision)'", reason: "the project is in no work tree of git")
    }
    let marks = Set(state.hashes.map { String($0.hex.prefix(8)) })
    let commit = try repository.commit(named: revision)
    return try repository.files(below: folder, at: commit).compactMap { file in
      guard !state.contains(SHA256.hash(file.bytes)) else { return nil }
      let isAltered = marks.contains(Self.mark(in: file.name))
      return .inChange(
        isAltered ? .changeAltered : .changeMissing, file.name,
        isAltered
          ? "is not as it stands in '\(revision)'"
          : "stands in '\(revision)' and is missing now",
        help: "no change is ever altered or removed: merge '\(revision)', or restore the file")
    }
  }

  // MARK: Memory

  /// Remembers what is there now, of a vault that has been found sound, or that is accepted as
  /// it is.
  ///
  /// - Parameter state: What the ledger says by now, if changes have been made since.
  package func remember(_ state: LedgerState? = nil) throws(FileError) {
    if let branch { try rememberTips((state ?? self.state).tips.map(\.hash), on: branch) }
    if let head, let repository {
      try memory.remember(cleanCommit: head, of: vault, in: repository.workTree)
    }
  }

  /// What other copies are known to have stays known, unless it has just been given up.
  private func rememberTips(_ tips: [Hash256], on branch: String) throws(FileError) {
    let own = memory.copy(project)
    let others = memory.sightings(of: vault, on: branch).filter { sighting in
      sighting.project != own && !sighting.tips.contains(where: missingTips.contains)
        && !sighting.tips.allSatisfy(state.contains)
    }
    try memory.remember(
      [Sighting(project: own, tips: tips)] + others, of: vault, on: branch)
  }
}
