import CommandKit

/// A shell for which there is a completion script. A new one is a file beside this, and a word in
/// `all`.
struct CompletedShell: ArgumentValue {
  var name: String
  /// Where the script belongs, in a sentence.
  var installation: String
  var script: String

  static let all: [CompletedShell] = [.bash, .zsh, .fish]

  init(name: String, installation: String, script: String) {
    self.name = name
    self.installation = installation
    self.script = script
  }

  init?(argument: String) {
    guard let shell = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = shell
  }

  static var choices: [String] { all.map(\.name) }
  var argument: String? { name }
}
