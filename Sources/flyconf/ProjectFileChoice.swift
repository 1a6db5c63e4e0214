import CommandKit
import DeployModel

/// An entity named on the command line, as the stem of its file.
struct ProjectFileChoice: ArgumentValue {
  var file: ProjectFile

  init?(argument: String) {
    let match = ProjectFile.all.first { file in
      [file.stem, file.name, file.entity].contains(argument)
    }
    guard let match else { return nil }
    file = match
  }

  static var choices: [String] { ProjectFile.all.map(\.stem) }
}
