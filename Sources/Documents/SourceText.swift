/// The bytes of one document and the name by which people know it.
package struct SourceText: Sendable {
  /// The path as it is shown in findings.
  package var name: String
  package var bytes: [UInt8]

  /// The largest document that is read, in bytes (256 MiB).
  package static let sizeLimit = 256 << 20

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The source's whole extent.
  package var span: Span { Span(0..<bytes.count) }

  /// The text of a span, with invalid UTF-8 replaced.
  package func text(of span: Span) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
