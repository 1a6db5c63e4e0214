/// Writes nodes as TOML 1.0 (https://toml.io/en/v1.0.0) in the style of `fly launch`: strings in
/// single quotes where they can be, plain values before tables, what a table holds indented.
package enum TOMLWriter {
  /// A document; the node is its root table, and null members are left out.
  package static func document(_ root: Node) -> String {
    var text = ""
    write(root.members, path: [], to: &text)
    return text
  }

  private static func write(_ members: [Node.Member], path: [String], to text: inout String) {
    let indent = String(repeating: "  ", count: path.count)
    for member in members where !isTable(member.value) {
      guard let value = inline(member.value) else { continue }
      text += "\(indent)\(key(member.key)) = \(value)\n"
    }
    for member in members {
      write(member, path: path + [member.key], to: &text)
    }
  }

  private static func write(_ member: Node.Member, path: [String], to text: inout String) {
    let indent = String(repeating: "  ", count: path.count - 1)
    let name = path.map(key).joined(separator: ".")
    switch member.value.value {
    case .object(let members):
      begin("\(indent)[\(name)]", &text)
      write(members, path: path, to: &text)
    case .array(let elements) where isTable(member.value):
      for element in elements {
        begin("\(indent)[[\(name)]]", &text)
        write(element.members, path: path, to: &text)
      }
    default: break
    }
  }

  /// A table's header stands after an empty line.
  private static func begin(_ header: String, _ text: inout String) {
    text += text.isEmpty ? "\(header)\n" : "\n\(header)\n"
  }

  /// Whether a value is written under a header of its own: a table, or an array of tables.
  private static func isTable(_ node: Node) -> Bool {
    switch node.value {
    case .object: true
    case .array(let elements):
      !elements.isEmpty
        && elements.allSatisfy { if case .object = $0.value { true } else { false } }
    default: false
    }
  }

  private static func inline(_ node: Node) -> String? {
    switch node.value {
    case .null: nil
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.literal
    case .string(let string): quoted(string)
    case .dateTime(let moment): moment.literal
    case .array(let elements): "[" + elements.compactMap(inline).joined(separator: ", ") + "]"
    case .object(let members):
      "{ "
        + members.compactMap { member in
          inline(member.value).map { "\(key(member.key)) = \($0)" }
        }.joined(separator: ", ") + " }"
    }
  }

  private static func key(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
    return isBare ? key : quoted(key)
  }

  /// A literal string where the text allows one, else a basic string with escapes.
  private static func quoted(_ text: String) -> String {
    let isLiteral = text.unicodeScalars.allSatisfy { scalar in
      scalar != "'" && (scalar.value >= 0x20 || scalar == "\t") && scalar.value != 0x7F
    }
    guard !isLiteral else { return "'\(text)'" }
    // A basic string knows the escapes of JSON, and forbids DEL as well.
    return JSONWriter.quoted(text).replacing("\u{7F}", with: "\\u007f")
  }
}

extension String {
  fileprivate func replacing(_ scalar: Unicode.Scalar, with text: String) -> String {
    unicodeScalars.reduce(into: "") { result, next in
      if next == scalar { result += text } else { result.unicodeScalars.append(next) }
    }
  }
}
