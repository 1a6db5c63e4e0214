/// Writes nodes as JSON in the one layout that project files have.
///
/// Two spaces, `\n`, a final newline, no escaped slashes; an array of plain values stays on one
/// line while the line fits 100 columns; numbers keep the literal they were read with. What only TOML has, dates,
/// times and the floats that are no numbers, becomes a string.
package enum JSONWriter {
  /// A document on lines of its own, ending in a newline.
  package static func document(_ node: Node) -> String {
    indented(node, by: "", column: 0) + "\n"
  }

  /// A value in the layout of a document, to stand inside one, without a newline at its end.
  ///
  /// - Parameters:
  ///   - indentation: What its last line begins with; the lines within have two spaces more.
  ///   - column: How many columns of its first line are taken by what stands around it.
  ///   - newline: What ends its lines.
  package static func indented(
    _ node: Node, by indentation: String, column: Int, newline: String = "\n"
  ) -> String {
    var text = ""
    JSONLayout(newline: newline)
      .write(node, indentation: indentation, column: column, to: &text)
    return text
  }

  /// A value on one line, as in JSON Lines, without a newline.
  package static func line(_ node: Node) -> String {
    var text = ""
    write(node, comma: ",", colon: ":", to: &text)
    return text
  }

  /// A value on one line with a space behind each comma and colon, without a newline.
  package static func spacedLine(_ node: Node) -> String {
    var text = ""
    write(node, comma: ", ", colon: ": ", to: &text)
    return text
  }

  private static func write(_ node: Node, comma: String, colon: String, to text: inout String) {
    switch node.value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number):
      // JSON has no infinity, and nothing that is not a number (RFC 8259 section 6).
      text += number.isFinite ? number.literal : quoted(number.literal)
    case .string(let string): write(string, to: &text)
    case .dateTime(let moment): text += quoted(moment.literal)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += comma }
        write(element, comma: comma, colon: colon, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += comma }
        write(member.key, to: &text)
        text += colon
        write(member.value, comma: comma, colon: colon, to: &text)
      }
      text += "}"
    }
  }

  /// A JSON string with the fewest escapes that RFC 8259 section 7 allows.
  package static func quoted(_ string: String) -> String {
    var text = ""
    write(string, to: &text)
    return text
  }

  private static func write(_ string: String, to text: inout String) {
    // Nearly all need no escapes; going through the scalars takes five times as long.
    if isPlain(string) {
      text += "\""
      text += string
      text += "\""
    } else {
      text += escaped(string)
    }
  }

  private static func isPlain(_ string: String) -> Bool {
    string.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) }
      ?? string.utf8.allSatisfy(isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: " ") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escaped(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\0"..<" ":
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
