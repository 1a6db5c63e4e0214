import Testing

@testable import Documents

/// A text as the reader of TOML sees it, with findings in a form that is easy to compare.
struct TOMLReading {
  let source: SourceText
  let document: TOMLDocument?
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    source = SourceText(name: "test.toml", bytes: bytes)
    var diagnostics: [Diagnostic] = []
    document = TOMLReader.read(source, &diagnostics)
    self.diagnostics = diagnostics
  }

  /// `line:column-column message; help` for each finding.
  var findings: [String] { diagnostics.map { Reading.describe($0, in: source) } }

  /// The value on one line of JSON.
  var value: String { document.map { JSONWriter.line($0.root) } ?? "\(findings)" }
}

/// The document of a TOML text that a test takes for granted.
func toml(_ text: String) throws -> TOMLDocument {
  let reading = TOMLReading(text)
  return try #require(reading.document, "\(reading.findings)")
}
