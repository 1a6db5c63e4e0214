@testable import Documents

/// One of the ways in which people write TOML: with headers, dotted keys, braces, comments, empty
/// lines and what ends the lines.
struct RandomTOMLStyle {
  private var generator: SeededGenerator
  private let newline: String
  private let keyIndentation: String
  private let headerIndentation: String
  private let hasComments: Bool
  private var text = ""

  /// A document that says what a node is.
  static func document(_ root: Node, _ generator: inout SeededGenerator) -> String {
    var style = RandomTOMLStyle(SeededGenerator(seed: generator.next()))
    style.write(root.members, path: [], margin: "", inner: "")
    if style.generator.below(5) == 0, style.text.hasSuffix(style.newline) {
      style.text = String(style.text.dropLast())
    }
    return style.text
  }

  private init(_ generator: SeededGenerator) {
    self.generator = generator
    newline = self.generator.pick(["\n", "\n", "\r\n"])
    keyIndentation = self.generator.pick(["", "  ", "\t"])
    headerIndentation = self.generator.pick(["", "  "])
    hasComments = self.generator.below(2) == 0
    if self.generator.below(6) == 0 { text = "\u{FEFF}" }
  }

  private mutating func chance(_ odds: Int) -> Bool { generator.below(odds) == 0 }

  private mutating func write(
    _ members: [Node.Member], path: [String], margin: String, inner: String
  ) {
    var sections: [Node.Member] = []
    for member in members {
      if TOMLLayout.isTable(member.value), !chance(4) {
        if chance(3), case .object = member.value.value, !member.value.members.isEmpty {
          dotted(member.value.members, [member.key], margin)
        } else {
          sections.append(member)
        }
      } else {
        pair([member.key], member.value, margin)
      }
    }
    for member in sections { section(member, path + [member.key], inner) }
  }

  private mutating func dotted(_ members: [Node.Member], _ path: [String], _ margin: String) {
    for member in members {
      if case .object(let inner) = member.value.value, !inner.isEmpty, chance(2) {
        dotted(inner, path + [member.key], margin)
      } else {
        pair(path + [member.key], member.value, margin)
      }
    }
  }

  private mutating func pair(_ path: [String], _ value: Node, _ margin: String) {
    comment(margin)
    let space = generator.pick([" ", " ", "", "\t", "   "])
    line(margin + name(path) + space + "=" + space + spelled(value, margin))
  }

  private mutating func section(_ member: Node.Member, _ path: [String], _ margin: String) {
    let (key, inner) = (margin + keyIndentation, margin + headerIndentation)
    guard case .array(let elements) = member.value.value else {
      let members = member.value.members
      // The header of a table that holds nothing but tables may be left out.
      let isPlain = members.contains { !TOMLLayout.isTable($0.value) } || members.isEmpty
      if isPlain || chance(2) {
        header("[\(name(path))]", margin)
        return write(members, path: path, margin: key, inner: inner)
      }
      for member in members { section(member, path + [member.key], inner) }
      return
    }
    for element in elements {
      header("[[\(name(path))]]", margin)
      write(element.members, path: path, margin: key, inner: inner)
    }
  }

  private mutating func header(_ header: String, _ margin: String) {
    if !chance(4) { text += newline }
    comment(margin)
    line(margin + header)
  }

  private mutating func comment(_ margin: String) {
    guard hasComments, chance(4) else { return }
    if chance(2) { text += newline }
    text += margin + "# [not] = 'a statement'" + newline
  }

  private mutating func line(_ content: String) {
    text += content + (hasComments && chance(4) ? " # why" : "") + newline
    if chance(8) { text += newline }
  }

  private mutating func name(_ path: [String]) -> String {
    let dot = chance(4) ? " . " : "."
    return path.map { key($0) }.joined(separator: dot)
  }

  private mutating func key(_ key: String) -> String {
    chance(4) ? basic(key) : TOMLWriter.key(key)
  }

  private mutating func spelled(_ value: Node, _ margin: String) -> String {
    switch value.value {
    case .string(let text): return spelled(text)
    case .number(let number): return spelled(number)
    case .array(let elements) where !elements.isEmpty: return spelled(elements, margin)
    case .object(let members) where !members.isEmpty:
      var parts: [String] = []
      for member in members {
        if case .object(let inner) = member.value.value, !inner.isEmpty, chance(3) {
          for nested in inner {
            parts.append("\(name([member.key, nested.key])) = \(spelledOnLine(nested.value))")
          }
        } else {
          parts.append("\(key(member.key)) = \(spelledOnLine(member.value))")
        }
      }
      return "{ " + parts.joined(separator: ", ") + " }"
    default: return TOMLWriter.inline(value) ?? "{}"
    }
  }

  private mutating func spelledOnLine(_ value: Node) -> String {
    if case .string(let text) = value.value { return basic(text) }
    if case .object = value.value { return spelled(value, "") }
    return TOMLWriter.inline(value) ?? "{}"
  }

  private mutating func spelled(_ number: Number) -> String {
    guard chance(2), let value = number.integer, value > 0 else { return number.literal }
    return generator.pick([
      "+" + number.literal, "0x" + String(value, radix: 16), "0b" + String(value, radix: 2),
    ])
  }

  private mutating func spelled(_ elements: [Node], _ margin: String) -> String {
    let texts = elements.map { spelled($0, margin) }
    let comma = chance(2) ? "," : ""
    if chance(2) {
      let comment = hasComments && chance(2) ? " # one, two" : ""
      let lines = texts.map { margin + "  " + $0 }
      return "[" + newline + lines.joined(separator: "," + comment + newline) + comma + comment
        + newline + margin + "]"
    }
    if hasComments, chance(3) {
      return "[" + texts.joined(separator: " # [,]" + newline + ", ") + " #]" + newline + "]"
    }
    return "[" + texts.joined(separator: ", ") + comma + "]"
  }

  private mutating func spelled(_ text: String) -> String {
    switch generator.below(4) {
    case 0: return basic(text)
    case 1 where !text.contains("'''") && !text.hasSuffix("'") && text.utf8.allSatisfy(isPlain):
      return "'''" + newline + text + "'''"
    case 2:
      return "\"\"\"" + newline + escaped(text)
        + generator.pick(["", "\\" + newline + "   " + newline]) + "\"\"\""
    default: return TOMLWriter.inline(Node(.string(text))) ?? "''"
    }
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    !byte.isControl || byte == UInt8(ascii: "\n")
  }

  private func basic(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\"" || scalar == "\\" {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
