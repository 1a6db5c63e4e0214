import CommandKit
import DeployModel

/// What is to be rotated.
enum RotationTarget: Sendable {
  case one(CredentialChoice)
  /// Everything that is due, in one environment or in all.
  case due(EnvironmentName?)
}

extension Parameter where Value == RotationTarget {
  /// The name of a credential, or nothing for all that is due.
  static var rotationTarget: Self {
    let words: Parameter<RotationWords> = .group(
      RotationWords.init,
      .argument(
        "NAME", "Name of the service; everything that is due without it",
        completion: .named("credential")),
      .option(
        "--env", "-e", placeholder: "ENV",
        "Environment; production for a NAME, and all of them without it"),
      .option("--type", placeholder: "TYPE", "Form of the credential, where there are several"),
      .entryID)
    return words.map { words throws(UsageError) in try words.target }
  }
}

/// The words that say what is to be rotated, as they were given.
private struct RotationWords: Sendable {
  var name: String?
  var environment: EnvironmentName?
  var type: CredentialType?
  var id: String?

  var target: RotationTarget {
    get throws(UsageError) {
      guard let name else {
        guard type == nil, id == nil else {
          throw UsageError(
            message: "--type and --id tell credentials of one name apart, and no NAME is given",
            hint: "give the name too, or leave them out")
        }
        return .due(environment)
      }
      try SecretText.checkName(name, for: "NAME")
      return .one(
        CredentialChoice(
          name: name, environment: environment ?? .production, type: type, id: id))
    }
  }
}
