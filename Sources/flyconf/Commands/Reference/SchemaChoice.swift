import CommandKit
import DeployModel

/// What a schema is asked for: a file of the project, or fly.toml.
enum SchemaChoice: ArgumentValue {
  case projectFile(ProjectFile)
  case flyToml

  init?(argument: String) {
    if argument == "fly.toml" {
      self = .flyToml
    } else if let choice = ProjectFileChoice(argument: argument) {
      self = .projectFile(choice.file)
    } else {
      return nil
    }
  }

  static var choices: [String] { ProjectFileChoice.choices + ["fly.toml"] }
}
