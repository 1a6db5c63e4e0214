@testable import Documents

/// Random nodes that TOML can say, and random ways to say them.
struct RandomTOML {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let scalars = Array(
    "aZ09 \"'\\/#=[]{},.\n\r\t\u{0}\u{8}\u{C}\u{1F}\u{7F}\u{85}é\u{301}\u{2028}€\u{FEFF}🚀\u{10FFFF}"
      .unicodeScalars)
  private static let literals = [
    "0", "7", "-12", "9223372036854775807", "-9223372036854775808", "1.50", "0.0001", "-1e5",
    "2E+10", "3e-7", "1.0e00", "-0.0", "1e400", "inf", "-inf", "nan",
  ]
  private static let moments = [
    "1979-05-27T07:32:00Z", "1979-05-27T00:32:00.999999-07:00", "1979-05-27T07:32:00",
    "2024-02-29", "23:59:60.5", "00:00:00",
  ]
  private static let keys = [
    "a", "b", "key", "a-b", "1", "3.14", "", "it's", "é", "e\u{301}", "\n",
  ]

  /// The root of a document.
  mutating func root() -> Node { Node(.object(members(depth: 3))) }

  mutating func node(depth: Int) -> Node {
    switch generator.below(depth > 0 ? 11 : 6) {
    case 0: Node(.bool(generator.below(2) == 0))
    case 1, 2: Node(.number(Number(literal: generator.pick(Self.literals))))
    case 3, 4: Node(.string(string()))
    case 5: DateTime(generator.pick(Self.moments)).map { Node(.dateTime($0)) } ?? 1
    case 6: Node(.array((0..<generator.below(4)).map { _ in node(depth: depth - 1) }))
    case 7:
      Node(
        .array((0..<1 + generator.below(3)).map { _ in Node(.object(members(depth: depth - 1))) }))
    default: Node(.object(members(depth: depth - 1)))
    }
  }

  private mutating func members(depth: Int) -> [Node.Member] {
    var keys = Self.keys.shuffled(using: &generator).prefix(generator.below(5))
    if generator.below(8) == 0 { keys.append(string() + "!") }
    return keys.map { Node.Member(key: $0, value: node(depth: depth)) }
  }

  private mutating func string() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.below(10) { text.append(generator.pick(Self.scalars)) }
    return String(text)
  }

  // MARK: Texts

  private static let pieces =
    ["[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\"", "'", "\"\"\"", "'''", "\\", "\\u"]
    + ["\\U0001F680", "\\ud800", "a", "a.b", "a = 1", "[a]", "[[a]]", "[a.b]", "1", "01", "1_0"]
    + ["0x", "0xf", "-", "+", "e5", ".5", "inf", "nan", "true", "True", "1979-05-27", "07:32:00"]
    + [" ", "\n", "\r", "\r\n", "\t", "\0", "\u{7F}", "\u{A0}", "\u{FEFF}", "é", "a = {b = 1}\n"]
  private static let brokenBytes: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
  ]

  /// A document with a random mistake or some, which may turn out to be none.
  mutating func damaged(_ text: String) -> [UInt8] {
    var text = Array(text.utf8)
    for _ in 0..<1 + generator.below(3) {
      let at = generator.below(text.count + 1)
      switch generator.below(7) {
      case 0: text.removeSubrange(at..<min(text.count, at + 1 + generator.below(3)))
      case 1: text.removeSubrange(at..<min(text.count, at + generator.below(40)))
      case 2 where generator.below(4) == 0:
        text.insert(contentsOf: generator.pick(Self.brokenBytes), at: at)
      case 3 where at < text.count: text.swapAt(at, generator.below(text.count))
      case 4:
        let line = text.split(separator: UInt8(ascii: "\n")).randomElement(using: &generator)
        text.insert(contentsOf: Array("\n".utf8) + (line ?? []) + Array("\n".utf8), at: at)
      default: text.insert(contentsOf: Array(generator.pick(Self.pieces).utf8), at: at)
      }
    }
    return text
  }
}
