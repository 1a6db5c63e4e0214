import DeployModel
import Documents

/// Which files of a project git keeps and which it leaves out, where it should be otherwise.
struct KeptFiles {
  private(set) var findings: [Finding] = []
  let detail: String

  private let subject: CheckSubject

  init(_ subject: CheckSubject, _ git: GitSurvey) throws(GitError) {
    self.subject = subject
    let vaultFiles = Self.vaultFiles(of: subject)
    detail = "\(Counted(vaultFiles.count, "file")) of the project"
    let files = try git.files
    let untracked = files.untracked.map(git.path)
    // What is there and in neither list is ignored.
    let kept = Set(untracked).union(files.tracked.files.map { git.path($0.path) })
    for path in Self.missing(vaultFiles, in: kept) {
      add(
        .vaultFileIgnored, path, "git ignores '\(subject.context.shown(path))'",
        help: "`git check-ignore -v` says which line does it; then `git add` the file")
    }
    for path in try Self.machineFiles(of: subject, keptBy: git.repository) {
      addPrivate(path, "is for this machine alone")
    }
    for path in untracked {
      guard let what = Self.keyMaterial(in: path, subject) else { continue }
      addPrivate(path, what)
    }
  }

  /// The files that are not among others, which are known by their paths without links.
  private static func missing(_ paths: [String], in kept: Set<String>) -> [String] {
    // A ledger has thousands of files in one folder, which is resolved once.
    var folders: [String: String] = [:]
    return paths.filter { path in
      let parent = Path.parent(of: path)
      let folder = folders[parent] ?? GitRepository.resolved(parent)
      folders[parent] = folder
      return !kept.contains(Path.join(folder, Path.name(of: path)))
        && !kept.contains(GitRepository.resolved(path))
    }
  }

  private mutating func addPrivate(_ path: String, _ what: String) {
    let name = subject.context.shown(path)
    add(
      .privateFileNotIgnored, path, "git does not ignore '\(name)', which \(what)",
      help: "add it to .gitignore, or move it out of the work tree")
  }

  private mutating func add(_ rule: Rule, _ path: String, _ message: String, help: String) {
    findings.append(Finding(rule, message, help: help, file: subject.context.shown(path)))
  }

  // MARK: Files

  /// What everyone who clones the project needs.
  private static func vaultFiles(of subject: CheckSubject) -> [String] {
    guard let layout = subject.project?.layout else { return [] }
    let names = ProjectFile.all.map(\.name) + [VaultManifest.fileName]
    return names.map { Path.join(layout.folder, $0) }.filter { isThere($0, subject) }
      + contents(of: Path.join(layout.folder, SignedChange.folderName), subject)
  }

  /// What only this machine needs, and git would keep: logs of reads, events, and what a change
  /// leaves that is interrupted. They need not be there yet.
  private static func machineFiles(
    of subject: CheckSubject, keptBy repository: GitRepository
  ) throws(GitError) -> [String] {
    guard let project = subject.project, project.hasVault,
      (try? IgnoredFiles(in: project.layout, subject.context))?.isWhole != true
    else { return [] }
    let areReadsTracked = project.vault?.manifest.settings.areReadsTracked ?? false
    let paths = MachineFiles.names(withReads: !areReadsTracked).map {
      Path.join(project.layout.folder, $0)
    }
    let ignored = Set(try repository.ignored(among: paths))
    return paths.filter { !ignored.contains($0) }
  }

  private static func contents(of folder: String, _ subject: CheckSubject) -> [String] {
    ((try? subject.context.files.names(in: folder)) ?? nil ?? []).map { Path.join(folder, $0) }
      .filter { isThere($0, subject) }
  }

  private static func isThere(_ path: String, _ subject: CheckSubject) -> Bool {
    ((try? subject.context.files.kind(of: path)) ?? nil) == .file
  }

  // MARK: Keys

  /// What secrets are in a file that the next `git add .` would take, if it holds keys.
  private static func keyMaterial(in path: String, _ subject: CheckSubject) -> String? {
    let name = Path.name(of: path)
    if name == ".env" || name.hasPrefix(".env."), !isSample(name) { return "holds variables" }
    guard
      let bytes = (try? subject.context.files.plainContents(of: path, limit: sizeLimit)) ?? nil
    else { return nil }
    var scan = LeakScan()
    scan.scan(SourceText(name: name, bytes: bytes))
    return scan.leaks.filter { $0.suppression == nil }
      .first { $0.what.hasSuffix("key") || $0.what.hasSuffix("identity") }
      .map { "holds \($0.what)" }
  }

  /// Keys are small, and what is large is read by no one.
  private static let sizeLimit = 64 << 10

  private static func isSample(_ name: String) -> Bool {
    [".example", ".sample", ".template", ".dist"].contains(where: name.hasSuffix)
  }
}
