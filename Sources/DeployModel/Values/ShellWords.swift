/// A command line split into words, as flyctl splits one.
///
/// Blanks separate words. Single quotes keep everything, double quotes everything but a
/// backslash, and a backslash keeps the next character. A `#` where a word would begin starts a
/// comment that ends with the line. Nothing is expanded: `$HOME` and `*` stay as they are.
///
/// Source: data model, HealthCheck, `endpoint` of an exec check;
/// https://github.com/google/shlex, which flyctl uses for `[processes]` and `release_command`.
public struct ShellWords: Hashable, Sendable {
  /// The words, without their quotes; none for a line that is blank or a comment.
  public private(set) var words: [String] = []

  private enum State { case between, comment, word, escaped, single, double, doubleEscaped }

  private var state = State.between
  private var word: [UInt8] = []

  /// Splits a line; a quote that is not closed and a final backslash are refused.
  public init(_ text: String) throws(MalformedValue) {
    for byte in text.utf8 { read(byte) }
    switch state {
    case .between, .comment: break
    case .word: endWord()
    case .single: throw Self.unclosed("single quote (')")
    case .double, .doubleEscaped: throw Self.unclosed("double quote (\")")
    case .escaped:
      throw MalformedValue(
        "the command ends in a backslash, expected a character after it",
        help: "remove it, or write '\\\\' for a backslash")
    }
    state = .between
  }

  private static func unclosed(_ quote: String) -> MalformedValue {
    MalformedValue(
      "the command has a \(quote) that is not closed",
      help: "close it, or put a backslash before it to mean the character")
  }

  private mutating func read(_ byte: UInt8) {
    switch state {
    case .between: readBetween(byte)
    case .comment: if byte == UInt8(ascii: "\n") { state = .between }
    case .word: readInWord(byte)
    case .escaped: keep(byte, then: .word)
    case .single: readInSingleQuotes(byte)
    case .double: readInDoubleQuotes(byte)
    case .doubleEscaped: keep(byte, then: .double)
    }
  }

  private mutating func readBetween(_ byte: UInt8) {
    switch byte {
    case _ where Self.isBlank(byte): break
    case UInt8(ascii: "#"): state = .comment
    default: readInWord(byte)
    }
  }

  private mutating func readInWord(_ byte: UInt8) {
    switch byte {
    case _ where Self.isBlank(byte): endWord()
    case UInt8(ascii: "\\"): state = .escaped
    case UInt8(ascii: "'"): state = .single
    case UInt8(ascii: "\""): state = .double
    default: keep(byte, then: .word)
    }
  }

  private mutating func readInSingleQuotes(_ byte: UInt8) {
    if byte == UInt8(ascii: "'") { state = .word } else { word.append(byte) }
  }

  private mutating func readInDoubleQuotes(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): state = .doubleEscaped
    case UInt8(ascii: "\""): state = .word
    default: word.append(byte)
    }
  }

  private mutating func keep(_ byte: UInt8, then next: State) {
    word.append(byte)
    state = next
  }

  private mutating func endWord() {
    words.append(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
    state = .between
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0a, 0x0d].contains(byte)
  }
}
