/// What the lines of a `.env` file look like.
enum DotenvLine {
  static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  static func isInName(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_.-".utf8.contains(byte)
  }

  /// Whether a text begins with a name and `=`.
  static func beginsVariable(_ text: ArraySlice<UInt8>) -> Bool { value(of: text) != nil }

  /// Whether a text within quotes begins like a variable that has a value; the last line of a text
  /// in base64 has nothing but signs of equality, and the quote.
  static func beginsVariable(_ text: ArraySlice<UInt8>, within quote: UInt8) -> Bool {
    guard let first = value(of: text)?.first else { return false }
    return !isEnd(first) && first != UInt8(ascii: "=") && first != quote
  }

  /// What follows the `=` of a variable and white space.
  private static func value(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text.drop(while: isBlank)
    if rest.starts(with: "export ".utf8) { rest = rest.dropFirst(7).drop(while: isBlank) }
    guard let first = rest.first, ASCII.isLetter(first) || first == UInt8(ascii: "_") else {
      return nil
    }
    rest = rest.drop(while: isInName).drop(while: isBlank)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    return rest.dropFirst().drop(while: isBlank)
  }

  /// Whether a text has a `$NAME` or `${NAME}`.
  static func hasReference(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(UInt8(ascii: "$")) else { return false }
    let hasName = zip(text, text.dropFirst()).contains {
      $0 == UInt8(ascii: "$") && (ASCII.isLetter($1) || $1 == UInt8(ascii: "_"))
    }
    return hasName || ShellReference.isFound(in: String(decoding: text, as: UTF8.self))
  }
}
