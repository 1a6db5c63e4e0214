import DeployModel
import Documents

/// Finds changes that an earlier revision of the project had and that are gone.
struct BaseComparison {
  private let repository: GitRepository
  private let revision: String
  private let folder: String

  /// - Throws: `Failure` if the project is not kept in git.
  init(_ revision: String, _ layout: ProjectLayout, _ context: Context) throws {
    let found = GitRepository.containing(layout.folder, environment: context.environment)
    guard let found else {
      throw Failure(
        "'\(context.shown(layout.folder))' is not in a git work tree: there is no revision to "
          + "compare with",
        help: "leave --base out")
    }
    repository = found
    self.revision = revision
    folder = Path.join(layout.folder, SignedChange.folderName)
  }

  /// One fault for each change that the revision has, and the project has not or has otherwise.
  func faults(_ verification: VaultVerification) throws -> [VaultFault] {
    do {
      let ledger = verification.files.ledger
      let present = Set(ledger.map(\.name))
      let names = try repository.names(below: folder, at: revision)
      let missing = names.filter { !present.contains($0) }.map { fault($0, "is missing") }
      let tips = verification.state.tips.map { "-\($0.hash.hex.prefix(8)).jsonl" }
      // A change that another names is known by its whole hash already.
      let compared = ledger.filter { file in
        names.contains(file.name) && tips.contains { file.name.hasSuffix($0) }
      }
      return try missing
        + compared.filter { file in
          try repository.contents(of: Path.join(folder, file.name), at: revision) != file.bytes
        }.map { fault($0.name, "is another one") }
    } catch let error as GitError {
      throw Failure(error.description, help: error.help)
    }
  }

  private func fault(_ name: String, _ what: String) -> VaultFault {
    let path = "\(SignedChange.folderName)/\(name)"
    return VaultFault(
      .changeMissing, path,
      "the change '\(path)' \(what), although '\(revision)' has it",
      help: "changes are never taken back: restore the folder from git", at: .file(path))
  }
}
