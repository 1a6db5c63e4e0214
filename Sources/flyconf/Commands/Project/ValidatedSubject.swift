import DeployModel
import Documents

/// What `flyconf validate` looks at: a whole project, one file of one, or a fly.toml.
enum ValidatedSubject: Sendable {
  case project(ProjectSnapshot, ProjectLayout)
  case projectFile(ProjectSnapshot)
  case flyToml(SourceText)

  var sources: [SourceText] {
    switch self {
    case .project(let snapshot, _), .projectFile(let snapshot): snapshot.sources
    case .flyToml(let source): [source]
    }
  }

  func findings(
    at now: Timestamp, _ rules: [Rule], _ flyTomlRules: FlyTomlRules
  ) -> [Finding] {
    switch self {
    case .project(let snapshot, _), .projectFile(let snapshot): snapshot.validate(at: now, rules)
    case .flyToml(let source): FlyTomlFile(source).validate(flyTomlRules)
    }
  }
}
