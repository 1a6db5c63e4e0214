import Documents
import Synchronization

/// What this machine remembers of the vaults it has seen: which it trusts, which projects have
/// one, what was last seen of each.
///
/// It is kept in the user's state folder, each fact in a small file of its own, so that programs
/// that run at the same time overwrite nothing of one another. A file that cannot be read counts
/// as absent.
///
/// Source: XDG Base Directory Specification.
package struct MachineMemory: Sendable {
  /// The folder that holds everything; nothing where there is no place for one.
  private let folder: String?
  private let files: FileSystem
  private let notes: MemoryNotes

  /// - Parameters:
  ///   - folder: Absolute; it need not exist.
  ///   - note: Takes a line about something that could not be read or kept; each comes once.
  package init(
    folder: String?, _ files: FileSystem, note: @escaping @Sendable (String) -> Void
  ) {
    self.folder = folder
    self.files = files
    notes = MemoryNotes(note)
  }

  /// The folder in which a user's memory is.
  ///
  /// - Returns: Nothing if neither `XDG_STATE_HOME` nor `HOME` is an absolute path.
  package static func folder(in environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return Path.normalized(Path.join(state, "flyconf"))
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return Path.normalized(Path.join(home, ".local/state/flyconf"))
  }

  // MARK: Trust

  /// Whether the user has said that this is the right vault.
  package func isPinned(_ vault: Hash256) -> Bool {
    recall(.pin, of: [vault.hex]) != nil
  }

  /// Remembers that the user trusts a vault.
  package func pin(_ vault: Hash256, at time: Timestamp) throws(FileError) {
    if isPinned(vault) { return }
    try keep(.pin, of: [vault.hex], ["since": Node(.string(time.description))])
  }

  /// The vault that a project is known by.
  package func vault(of place: ProjectPlace) -> Hash256? {
    recall(.project, of: [place.text])?["vault"]?.text.flatMap { Hash256(hex: $0) }
  }

  /// Whether there is any project that is known by its vault.
  package var knowsProjects: Bool {
    guard let folder else { return false }
    let path = Path.join(folder, Concern.project.rawValue)
    do throws(FileError) {
      return try files.names(in: path)?.isEmpty == false
    } catch {
      // What cannot be listed may hold some.
      return true
    }
  }

  package func remember(_ vault: Hash256, of place: ProjectPlace) throws(FileError) {
    if self.vault(of: place) == vault { return }
    try keep(.project, of: [place.text], ["vault": Node(.string(vault.hex))])
  }

  /// Forgets which vault a project had.
  package func forget(_ place: ProjectPlace) throws(FileError) {
    guard let folder else { return }
    try files.remove(path(.project, of: [place.text], in: folder))
  }

  // MARK: What was seen

  /// The newest changes that were seen of a vault on a branch, in each copy of a project.
  package func sightings(of vault: Hash256, on branch: String) -> [Sighting] {
    let sightings = recall(.tips, of: [vault.hex, branch])?["sightings"]?.elements ?? []
    return sightings.compactMap { Sighting($0) }
  }

  package func remember(
    _ sightings: [Sighting], of vault: Hash256, on branch: String
  ) throws(FileError) {
    if self.sightings(of: vault, on: branch) == sightings { return }
    try keep(
      .tips, of: [vault.hex, branch], ["sightings": Node(.array(sightings.map(\.node)))])
  }

  /// What a project in no work tree of git is known by.
  func place(of project: String) -> ProjectPlace { ProjectPlace(folder: project, files) }

  /// The folder by which a copy of a project is known.
  func copy(_ project: String) -> String { (try? files.resolved(project)) ?? project }

  /// Whether a copy of a project still has a change that was seen there.
  func stillHas(_ tip: Hash256, _ sighting: Sighting) -> Bool { sighting.stillHas(tip, files) }

  /// The commit up to which no change of a vault was altered or deleted in a work tree's history.
  package func cleanCommit(of vault: Hash256, in workTree: String) -> String? {
    recall(.history, of: [vault.hex, workTree])?["commit"]?.text.flatMap {
      GitFolder.isCommit($0) ? $0 : nil
    }
  }

  package func remember(
    cleanCommit commit: String, of vault: Hash256, in workTree: String
  ) throws(FileError) {
    if cleanCommit(of: vault, in: workTree) == commit { return }
    try keep(.history, of: [vault.hex, workTree], ["commit": Node(.string(commit))])
  }

  /// What is remembered of the ledger of a project; nothing without a state folder.
  ///
  /// - Parameters:
  ///   - project: The project's folder, by which it is found: each clone has files of its own.
  ///   - minimum: What a ledger holds that is worth remembering.
  package func ledgerCache(
    of project: String, minimum: LedgerCache.Minimum = .usual
  ) -> LedgerCache? {
    guard let folder else { return nil }
    let resolved = (try? files.resolved(project)) ?? project
    let name = Self.fileName(["ledger", resolved], "state")
    return LedgerCache(
      at: Path.join(folder, "ledgers/\(name)"), project: resolved, minimum: minimum, files)
  }

  // MARK: Files

  /// What a file is about.
  private enum Concern: String {
    case pin, project, tips, history
  }

  private static let format = "flyconf.memory/1"
  private static let sizeLimit = 1 << 20

  /// A name that any words can be made into, and no two lists of words share.
  private static func fileName(_ words: [String], _ ending: String) -> String {
    var fields = FieldBytes(domain: "\(FieldBytes.version)/memory")
    for word in words { fields.append(word) }
    return "\(SHA256.hash(fields.bytes).hex.prefix(32)).\(ending)"
  }

  private func path(_ concern: Concern, of subject: [String], in folder: String) -> String {
    let name = Self.fileName([concern.rawValue] + subject, "json")
    return Path.join(folder, "\(concern.rawValue)/\(name)")
  }

  private func recall(_ concern: Concern, of subject: [String]) -> Node? {
    guard let folder else { return nil }
    let path = path(concern, of: subject, in: folder)
    do throws(FileError) {
      guard let bytes = try files.contents(of: path, limit: Self.sizeLimit) else { return nil }
      if let node = Self.node(bytes, subject) { return node }
      notes.add("'\(path)' is not as flyconf writes it, and counts as absent")
    } catch {
      notes.add("what this machine remembers cannot be read: \(error)")
    }
    return nil
  }

  private static func node(_ bytes: [UInt8], _ subject: [String]) -> Node? {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: "memory", bytes: bytes), &diagnostics)
    guard let node, diagnostics.isEmpty, node["format"]?.text == format,
      node["of"]?.elements.map(\.text) == subject
    else { return nil }
    return node
  }

  private func keep(
    _ concern: Concern, of subject: [String], _ facts: [String: Node]
  ) throws(FileError) {
    guard let folder else {
      throw FileError(
        "remember", concern.rawValue,
        "neither XDG_STATE_HOME nor HOME is set to an absolute path",
        help: "set XDG_STATE_HOME to a folder that stays")
    }
    var members: [Node.Member] = [.init("format", Self.format), .init("of", subject)]
    members += facts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) }
    let text = JSONWriter.document(Node(.object(members)))
    let path = path(concern, of: subject, in: folder)
    try files.createFolder(Path.parent(of: path), mode: 0o700)
    try files.replace(path, with: Array(text.utf8), mode: 0o600)
  }
}

extension MachineMemory {
  /// Does what remembers something for a command that has done its work: that it fails is worth
  /// a line and no more.
  package func attempt(_ action: String, _ body: () throws(FileError) -> Void) {
    do throws(FileError) {
      try body()
    } catch {
      notes.add("\(action) cannot be remembered: \(error)", about: "writing")
    }
  }
}

/// Passes on each line once, whatever asks for it.
private final class MemoryNotes: Sendable {
  private let note: @Sendable (String) -> Void
  private let given = Mutex<Set<String>>([])

  init(_ note: @escaping @Sendable (String) -> Void) { self.note = note }

  /// - Parameter subject: What only one line is given about.
  func add(_ line: String, about subject: String? = nil) {
    guard given.withLock({ $0.insert(subject ?? line).inserted }) else { return }
    note("note: \(line.visible)")
  }
}
