import DeployModel
import Documents

/// What `flyconf validate` looks at: a whole project, one file of one, or a fly.toml.
enum ValidatedSubject {
  case project(ProjectSnapshot, ProjectLayout)
  case projectFile(ProjectSnapshot)
  case flyToml(FlyTomlFile)

  var sources: [SourceText] {
    switch self {
    case .project(let snapshot, _), .projectFile(let snapshot): snapshot.sources
    case .flyToml(let file): [file.source]
    }
  }
}
