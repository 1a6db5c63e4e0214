import Testing

@testable import Documents

/// One text of a conformance table, named as in the public JSON test suites: `y` must be
/// accepted, `n` refused, and `i` is left to the reader by RFC 8259.
struct JSONCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text with bytes in its middle that no Swift string can hold.
  init(_ name: String, _ before: String, _ bytes: [UInt8], _ after: String) {
    self.init(name, Array(before.utf8) + bytes + Array(after.utf8))
  }

  /// On one line, whatever the text holds.
  var testDescription: String { Quoted(name).description }
}
