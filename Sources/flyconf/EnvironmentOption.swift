import CommandKit
import DeployModel

extension EnvironmentName: ArgumentValue {}

extension Parameter where Value == EnvironmentName {
  /// The environment that a command is about.
  static var environment: Self {
    .option(
      "--env", "-e", placeholder: "ENV", default: EnvironmentName.production,
      "Environment to look at")
  }
}
