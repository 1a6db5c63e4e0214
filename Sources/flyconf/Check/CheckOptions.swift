import CommandKit
import DeployModel

/// What `flyconf check` is asked to look at.
struct CheckOptions: Sendable {
  /// The environments; all that the project has, if it is none.
  var environments: [EnvironmentName]
  var skipped: [StepChoice]
  var base: String?
  var isWholeRepository: Bool
  var hasNoGit: Bool
  var isStagedOnly: Bool
  var isOnline: Bool
  var vault: VaultOptions

  func skips(_ step: CheckStep) -> Bool { skipped.contains { $0.name == step.name } }
}

extension Parameter where Value == CheckOptions {
  static var check: Self {
    let options: Self = .group(
      CheckOptions.init,
      .option(
        "--env", "-e", placeholder: "ENV", "Look only at this environment; may be repeated"),
      .option("--skip", placeholder: "STEP", "Leave this step out; may be repeated"),
      .option("--base", placeholder: "REV", "Revision of git whose changes must all be there"),
      .flag(
        "--repository", summary: "Search all of the repository for secrets, not only this folder"),
      .flag("--no-git", summary: "Search all files of the folder for secrets, without git"),
      .flag("--staged", summary: "Search only what is about to be committed"),
      .flag("--online", summary: "Ask Fly.io whose the application's name is, with FLY_API_TOKEN"),
      .vault)
    return options.map { options throws(UsageError) in
      guard !options.hasNoGit || !(options.isStagedOnly || options.isWholeRepository) else {
        throw UsageError(
          message: "--no-git leaves git out, and --staged and --repository need it",
          hint: "give one of them")
      }
      return options
    }
  }
}
