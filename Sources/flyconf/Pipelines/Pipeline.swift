import CommandKit

/// A system that runs `flyconf check` by itself, and the text that tells it to.
struct Pipeline: Sendable {
  /// The word by which it is asked for.
  let name: String
  /// The file that the text is for, from the top of the repository.
  let fileName: String
  /// What has to be done besides, one line each.
  let notes: [String]
  /// The text, in YAML.
  let text: @Sendable (PipelineProject) -> String

  static let all: [Pipeline] = [.github, .gitlab, .preCommit]
}

extension Pipeline {
  /// The line that tells a machine without a memory which vault is the right one.
  static func trust(_ vault: String?, indentation: Int) -> String {
    let space = String(repeating: " ", count: indentation)
    guard let vault else { return "" }
    return "\(space)# The vault of this project and no other: `flyconf vault status` prints it.\n"
      + "\(space)FLYCONF_TRUST: \(vault)\n"
  }

  /// Where the program comes from: there is no one place that all teams would trust.
  static let installation = [
    "set FLYCONF_URL to where your static release build is kept, and FLYCONF_SHA256 to its hash"
  ]
}

extension Pipeline: ArgumentValue {
  init?(argument: String) {
    guard let pipeline = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = pipeline
  }

  static var choices: [String] { all.map(\.name) }

  var argument: String? { name }
}
