/// Writes nodes as JSON in the one layout that project files have.
///
/// Two spaces, `\n`, a final newline, no escaped slashes; an array of plain values stays on one
/// line while the line fits 100 columns; numbers keep the literal they were read with.
package enum JSONWriter {
  private static let lineLimit = 100

  /// A document on lines of its own, ending in a newline.
  package static func document(_ node: Node) -> String {
    var text = ""
    write(node, indent: 0, column: 0, to: &text)
    return text + "\n"
  }

  /// A value on one line, as in JSON Lines, without a newline.
  package static func line(_ node: Node) -> String {
    var text = ""
    writeCompact(node, to: &text)
    return text
  }

  /// - Parameter column: How much of the line is taken by what stands around the value.
  private static func write(_ node: Node, indent: Int, column: Int, to text: inout String) {
    switch node.value {
    case .object(let members) where !members.isEmpty:
      write(members, indent: indent, to: &text)
    case .array(let elements) where !elements.isEmpty:
      if let line = shortLine(elements, column: column) {
        text += line
      } else {
        write(elements, indent: indent, to: &text)
      }
    default:
      writeCompact(node, to: &text)
    }
  }

  private static func write(_ members: [Node.Member], indent: Int, to text: inout String) {
    let padding = String(repeating: " ", count: indent + 2)
    text += "{\n"
    for (index, member) in members.enumerated() {
      let key = "\(padding)\(quoted(member.key)): "
      text += key
      let comma = index + 1 < members.count ? "," : ""
      write(member.value, indent: indent + 2, column: key.count + comma.count, to: &text)
      text += comma + "\n"
    }
    text += padding.dropLast(2) + "}"
  }

  private static func write(_ elements: [Node], indent: Int, to text: inout String) {
    let padding = String(repeating: " ", count: indent + 2)
    text += "[\n"
    for (index, element) in elements.enumerated() {
      let comma = index + 1 < elements.count ? "," : ""
      text += padding
      write(element, indent: indent + 2, column: padding.count + comma.count, to: &text)
      text += comma + "\n"
    }
    text += padding.dropLast(2) + "]"
  }

  private static func shortLine(_ elements: [Node], column: Int) -> String? {
    let isPlain = elements.allSatisfy { element in
      switch element.value {
      case .array, .object: false
      default: true
      }
    }
    guard isPlain else { return nil }
    let line = "[" + elements.map(Self.line).joined(separator: ", ") + "]"
    return column + line.count <= lineLimit ? line : nil
  }

  private static func writeCompact(_ node: Node, to text: inout String) {
    switch node.value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number.literal
    case .string(let string): text += quoted(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        writeCompact(element, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += quoted(member.key) + ":"
        writeCompact(member.value, to: &text)
      }
      text += "}"
    }
  }

  /// A JSON string with the fewest escapes that RFC 8259 section 7 allows.
  package static func quoted(_ string: String) -> String {
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
