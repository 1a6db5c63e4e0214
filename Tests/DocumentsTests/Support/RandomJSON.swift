@testable import Documents

/// Random nodes, and random texts that are JSON or nearly so.
struct RandomJSON {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let scalars = Array(
    "aZ09 \"\\/\n\r\t\u{0}\u{8}\u{C}\u{1F}\u{7F}\u{85}é\u{301}\u{2028}€\u{FEFF}\u{FFFF}🚀\u{10FFFF}"
      .unicodeScalars)
  private static let literals = [
    "0", "-0", "7", "-12", "1.50", "0.0001", "-1e5", "2E+10", "3e-7", "1.0e00",
    "123456789012345678901234567890", "-0.0", "1e400",
  ]

  mutating func node(depth: Int = 4) -> Node {
    switch generator.below(depth > 0 ? 9 : 6) {
    case 0: Node(.null)
    case 1: Node(.bool(generator.below(2) == 0))
    case 2, 3: Node(.number(Number(literal: generator.pick(Self.literals))))
    case 4, 5: Node(.string(string()))
    case 6: Node(.array((0..<generator.below(8)).map { _ in node(depth: depth - 1) }))
    default: Node(.object(members(depth: depth - 1)))
    }
  }

  private mutating func members(depth: Int) -> [Node.Member] {
    // Numbered, so that no key stands twice.
    (0..<generator.below(6)).map { index in
      Node.Member(key: string() + String(index), value: node(depth: depth))
    }
  }

  private mutating func string() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.below(12) { text.append(generator.pick(Self.scalars)) }
    return String(text)
  }

  // MARK: Texts

  private static let spaces = ["", "", "", " ", "\n", "\t", "\r\n", "  "]
  private static let pieces =
    ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0041", "\\n", "//"]
    + ["/*", "'", "0", "01", "-", "+", ".", "e", "E+", "1e5", "true", "True", "nul", "NaN", "Inf"]
    + [
      " ", "\n", "\t", "\0", "\u{7F}", "\u{A0}", "\u{2028}", "\u{FEFF}", "é", "a", "\"a\"", "\u{C}",
    ]
  private static let brokenBytes: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xFE], [0xFF, 0xFF],
  ]

  /// A text of a random node with random white space and escapes; every other one is damaged.
  mutating func text() -> [UInt8] {
    var text = Array(spelled(node()).utf8)
    guard generator.below(2) == 0 else { return text }
    for _ in 0..<1 + generator.below(3) { damage(&text) }
    return text
  }

  private mutating func damage(_ text: inout [UInt8]) {
    let at = generator.below(text.count + 1)
    switch generator.below(7) {
    case 0: text.removeSubrange(at...)
    case 1: text.removeSubrange(at..<min(text.count, at + 1 + generator.below(3)))
    case 2: text.insert(contentsOf: Self.brokenBytes[generator.below(11)], at: at)
    case 3 where at < text.count: text[at] ^= 1 << UInt8(generator.below(8))
    case 4 where at < text.count: text.swapAt(at, generator.below(text.count))
    default: text.insert(contentsOf: Array(generator.pick(Self.pieces).utf8), at: at)
    }
  }

  private mutating func spelled(_ node: Node) -> String {
    let inner: String
    switch node.value {
    case .string(let text): inner = spelled(text)
    case .array(let elements):
      inner = "[" + space() + elements.map { spelled($0) }.joined(separator: ",") + "]"
    case .object(let members):
      let members = members.map { spelled($0.key) + space() + ":" + spelled($0.value) }
      inner = "{" + space() + members.joined(separator: "," + space()) + "}"
    default: inner = JSONWriter.line(node)
    }
    return space() + inner + space()
  }

  private mutating func space() -> String { generator.pick(Self.spaces) }

  private mutating func spelled(_ text: String) -> String {
    var spelled = "\""
    for scalar in text.unicodeScalars {
      if generator.below(4) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: generator.below(2) == 0)
          spelled += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        spelled += JSONWriter.quoted(String(scalar)).dropFirst().dropLast()
      }
    }
    return spelled + "\""
  }
}
