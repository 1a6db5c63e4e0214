import DeployModel

/// What git says of the work tree in which a project stands, asked for while the project is read.
struct GitSurvey: Sendable {
  let repository: GitRepository
  private let listed: Result<WorkTreeFiles, GitError>
  private let staging: Result<TrackedFiles, GitError>

  /// - Parameter folder: Below which files are listed; what is staged is all of it.
  init(_ repository: GitRepository, below folder: String) {
    self.repository = repository
    listed = Result { () throws(GitError) in try repository.files(below: folder) }
    staging = Result { () throws(GitError) in try repository.stagedFiles() }
  }

  var files: WorkTreeFiles { get throws(GitError) { try listed.get() } }

  var staged: TrackedFiles { get throws(GitError) { try staging.get() } }

  /// The absolute path of a file.
  func path(_ file: String) -> String { Path.join(repository.workTree, file) }
}
