import DeployModel
import Documents

/// Asks git for both sides of a merge that is in progress or has just been made.
struct GitSides {
  private let repository: GitRepository
  private let folder: String

  init?(_ layout: ProjectLayout, _ context: Context) {
    guard
      let repository = GitRepository.containing(layout.folder, environment: context.environment)
    else { return nil }
    self.repository = repository
    folder = layout.folder
  }

  /// What is to be merged, with what stands in the folder as it was read.
  func sides(_ present: VaultVersion) throws -> MergeSides {
    guard let (ours, theirs) = try revisions() else { return MergeSides(present: present) }
    let base = try repository.commonAncestor(of: [ours, theirs])
    return MergeSides(
      present: present, ours: try version(at: ours), theirs: try version(at: theirs),
      base: try base.map { try version(at: $0) })
  }

  /// The two commits that are brought together; nothing if no merge is to be seen.
  private func revisions() throws -> (ours: String, theirs: String)? {
    for revision in ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD"] where try isKnown(revision) {
      return ("HEAD", revision)
    }
    return try isKnown("HEAD^2") ? ("HEAD^1", "HEAD^2") : nil
  }

  private func isKnown(_ revision: String) throws -> Bool {
    let path = Path.join(folder, ProjectFile.deployment.name)
    return try repository.contents(of: path, at: revision) != nil
  }

  private func version(at revision: String) throws -> VaultVersion {
    var sources: [ProjectFile: SourceText] = [:]
    for kind in EntityKind.allCases {
      sources[kind.file] = try text(kind.file.name, at: revision)
    }
    let audit = Path.join(folder, SignedChange.folderName)
    return VaultVersion(
      manifest: try text(VaultManifest.fileName, at: revision), snapshot: ProjectSnapshot(sources),
      changeNames: Set(try repository.names(below: audit, at: revision).map(Path.name)))
  }

  private func text(_ name: String, at revision: String) throws -> SourceText? {
    try repository.contents(of: Path.join(folder, name), at: revision).map {
      SourceText(name: name, bytes: $0)
    }
  }
}
