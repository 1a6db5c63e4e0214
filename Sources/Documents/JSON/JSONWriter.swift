/// Writes nodes as JSON in the one layout that project files have.
///
/// Two spaces, `\n`, a final newline, no escaped slashes; an array of plain values stays on one
/// line while the line fits 100 columns; numbers keep the literal they were read with. What only
/// TOML has, dates, times and the floats that are no numbers, becomes a string.
package enum JSONWriter {
  /// A document on lines of its own, ending in a newline.
  package static func document(_ node: Node) -> String {
    var bytes: [UInt8] = []
    var layout = JSONLayout(newline: "\n", indentation: "")
    layout.write(node, column: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value on one line, as in JSON Lines, without a newline.
  package static func line(_ node: Node) -> String {
    var bytes: [UInt8] = []
    write(node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value on one line with a space behind each comma and colon, without a newline.
  package static func spacedLine(_ node: Node) -> String {
    var bytes: [UInt8] = []
    write(node, comma: ", ", colon: ": ", to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A JSON string with the fewest escapes that RFC 8259 section 7 allows.
  package static func quoted(_ string: String) -> String {
    var bytes: [UInt8] = []
    write(string, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Bytes

  /// Appends a value on one line.
  static func write(
    _ node: Node, comma: StaticString = ",", colon: StaticString = ":", to bytes: inout [UInt8]
  ) {
    switch node.value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number) where number.isFinite: bytes += number.literal.utf8
    // JSON has no infinity, and nothing that is not a number (RFC 8259 section 6).
    case .number(let number): write(number.literal, to: &bytes)
    case .string(let string): write(string, to: &bytes)
    case .dateTime(let moment): write(moment.literal, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { writeBare(comma, to: &bytes) }
        write(element, comma: comma, colon: colon, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { writeBare(comma, to: &bytes) }
        write(member.key, to: &bytes)
        writeBare(colon, to: &bytes)
        write(member.value, comma: comma, colon: colon, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text as it stands.
  static func writeBare(_ text: StaticString, to bytes: inout [UInt8]) {
    text.withUTF8Buffer { bytes += $0 }
  }

  /// Appends a string in quotes.
  static func write(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      // Nearly all need no escapes: what stands between two of them is appended at once.
      var start = 0
      for (index, byte) in text.enumerated() where !isPlain(byte) {
        bytes += text[start..<index]
        writeEscape(of: byte, to: &bytes)
        start = index + 1
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: " ") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func writeEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    case 0x08: bytes += "\\b".utf8
    case 0x0C: bytes += "\\f".utf8
    default:
      let code = String(byte, radix: 16)
      bytes += "\\u".utf8
      bytes += String(repeating: "0", count: 4 - code.utf8.count).utf8
      bytes += code.utf8
    }
  }
}
