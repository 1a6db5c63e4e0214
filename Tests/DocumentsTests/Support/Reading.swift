import Testing

@testable import Documents

/// A text as the reader of JSON sees it, with findings in a form that is easy to compare.
struct Reading {
  let source: SourceText
  let node: Node?
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    source = SourceText(name: "test.json", bytes: bytes)
    var diagnostics: [Diagnostic] = []
    node = JSONReader.read(source, &diagnostics)
    self.diagnostics = diagnostics
  }

  /// `line:column-column message; help` for each finding.
  var findings: [String] { diagnostics.map { Self.describe($0, in: source) } }

  static func describe(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let lines = LineIndex(source)
    let start = lines.location(of: diagnostic.span.range.lowerBound)
    let end = lines.location(of: diagnostic.span.range.upperBound)
    let columns =
      start.line == end.line
      ? "\(start.line):\(start.column)-\(end.column)"
      : "\(start.line):\(start.column)-\(end.line):\(end.column)"
    return "\(columns) \(diagnostic.message); \(diagnostic.help ?? "no help")"
  }
}

/// The value of a JSON text that a test takes for granted.
func json(_ text: String) throws -> Node {
  let reading = Reading(text)
  return try #require(reading.node, "\(reading.findings)")
}
