/// Writes nodes as TOML 1.0 (https://toml.io/en/v1.0.0) in the style of `fly launch`: strings in
/// single quotes where they can be, plain values before tables, what a table holds indented.
///
/// What is written reads back as it was, but for what TOML cannot say: nulls are left out, zero
/// has no sign unless it is a float, and of whole numbers beyond 64 bits, which no reader need
/// accept, a float is made.
package enum TOMLWriter {
  /// A document; the node is its root table.
  package static func document(_ root: Node) -> String {
    var text = ""
    TOMLLayout().write(root.members, at: TOMLLayout.Place(path: []), to: &text)
    return text
  }

  /// A value on one line, or nothing for a null.
  package static func inline(_ node: Node) -> String? {
    switch node.value {
    case .null: nil
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): literal(number)
    case .string(let string): quoted(string)
    case .dateTime(let moment): moment.literal
    case .array(let elements): "[" + elements.compactMap(inline).joined(separator: ", ") + "]"
    case .object(let members): inline(members)
    }
  }

  private static func inline(_ members: [Node.Member]) -> String {
    let pairs = members.compactMap { pair($0.key, $0.value) }
    return pairs.isEmpty ? "{}" : "{ " + pairs.joined(separator: ", ") + " }"
  }

  /// A key and its value on one line, or nothing if that is null.
  static func pair(_ key: String, _ value: Node) -> String? {
    inline(value).map { "\(self.key(key)) = \($0)" }
  }

  private static func literal(_ number: Number) -> String {
    number.isWhole && number.integer == nil ? number.literal + ".0" : number.literal
  }

  /// A key, in quotes where it needs them.
  package static func key(_ key: String) -> String {
    !key.isEmpty && key.utf8.allSatisfy { $0.isPartOfBareKey } ? key : quoted(key)
  }

  /// A literal string where the text allows one, else a basic string with escapes.
  private static func quoted(_ text: String) -> String {
    let isLiteral = text.utf8.allSatisfy { !$0.isControl && $0 != UInt8(ascii: "'") }
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
