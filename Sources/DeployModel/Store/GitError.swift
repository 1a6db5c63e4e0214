/// A question to git that got no answer.
package enum GitError: Error, Hashable, Sendable {
  /// No folder of `PATH` holds a program `git`.
  case notInstalled
  /// Git could not do what was asked of it.
  ///
  /// - Parameters:
  ///   - action: What was tried, such as `read the history`.
  ///   - reason: Git's own words, their first line.
  case failed(action: String, reason: String)
  /// Git knows no commit by this name.
  case noCommit(String)
}

extension GitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notInstalled: "git is not installed: no folder of PATH holds it"
    case .failed(let action, let reason): "git cannot \(action): \(reason)"
    case .noCommit(let name): "git knows no commit '\(name)' in this clone"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch self {
    case .notInstalled: "install git, or add its folder to PATH"
    case .failed: nil
    case .noCommit(let name): GitRevision(name: name).help
    }
  }
}
