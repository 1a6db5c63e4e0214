import CommandKit

/// A way to print results. A new one is a file beside this, and a line in `all`.
struct OutputFormat: Sendable {
  /// Who reads it.
  enum Audience: Sendable {
    case people
    case programs
    /// Programs that know findings and nothing else.
    case reportReaders
  }

  var name: String
  var summary: String
  var audience: Audience
  /// Prints findings in this format.
  var renderFindings: @Sendable (FindingsReport) -> String

  /// Whether standard output then holds only what programs read, failures included.
  var isMachine: Bool { audience != .people }

  static let all: [OutputFormat] = [
    .human, .concise, .json, .jsonl, .sarif, .github, .gitlab, .junit,
  ]
}

extension OutputFormat: ArgumentValue {
  init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  static var choices: [String] { all.map(\.name) }
  var argument: String? { name }
}
