import DeployModel

/// What git says of the work tree in which a project stands, asked for while the project is read.
struct GitSurvey: Sendable {
  let repository: GitRepository
  private let listed: Result<WorkTreeFiles, GitError>
  private let staging: Result<TrackedFiles, GitError>

  /// What git has been asked and is at work on.
  struct Awaited: Sendable {
    private let repository: GitRepository
    private let listing: Result<AwaitedFiles<WorkTreeFiles>, GitError>
    private let staging: Result<AwaitedFiles<TrackedFiles>, GitError>

    /// Has git begin.
    ///
    /// - Parameter folder: Below which files are listed; what is staged is all of it.
    init(_ repository: GitRepository, below folder: String) {
      self.repository = repository
      listing = Result { () throws(GitError) in try repository.awaitedFiles(below: folder) }
      staging = Result { () throws(GitError) in try repository.awaitedStagedFiles() }
    }

    /// Waits for git's answers. To be called once, whatever comes of the work in between.
    func survey() -> GitSurvey {
      GitSurvey(
        repository: repository,
        listed: Result { () throws(GitError) in try listing.get().files() },
        staging: Result { () throws(GitError) in try staging.get().files() })
    }
  }

  var files: WorkTreeFiles { get throws(GitError) { try listed.get() } }

  var staged: TrackedFiles { get throws(GitError) { try staging.get() } }

  /// The absolute path of a file.
  func path(_ file: String) -> String { Path.join(repository.workTree, file) }
}
