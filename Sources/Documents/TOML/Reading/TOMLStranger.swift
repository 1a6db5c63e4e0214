/// What stands in a text where the grammar of TOML has no place for it.
struct TOMLStranger {
  /// The longest word that is marked whole, in Unicode scalars.
  private static let wordLimit = 40

  private let first: Unicode.Scalar
  private let word: String
  private let bytes: [UInt8]
  private let at: Int
  private let isLineEnd: Bool
  /// The marked bytes: a word, one character, or none of a line break.
  let length: Int

  /// - Parameter at: Where in the text, which is valid UTF-8 and goes on there.
  init(_ bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
    // A character of a word has at most four bytes.
    let rest = bytes[at..<min(bytes.count, at + 4 * Self.wordLimit)]
    let text = String(decoding: rest, as: UTF8.self).unicodeScalars
    first = text.first ?? "\0"
    word = String(text.prefix(Self.wordLimit).prefix { $0.isPartOfWord })
    isLineEnd = first == "\n" || bytes[at...].starts(with: "\r\n".utf8)
    length = isLineEnd ? 0 : word.isEmpty ? UTF8.width(first) : word.utf8.count
  }

  var name: String {
    switch first {
    case _ where isLineEnd: "the end of the line"
    case "\"", "'": "a string"
    case "#": "a comment"
    case "0"..."9": "a number"
    case _ where first.properties.generalCategory == .control:
      "control character \(first.codePoint)"
    case _ where !first.isVisible || first.properties.isWhitespace && first != " ":
      "character \(first.codePoint)"
    case _ where word.isEmpty: "'\(first)'"
    // It may be a secret that lacks its quotes.
    default: "a bare word"
    }
  }

  /// The likeliest mistake, by what stands there and by what was expected.
  func help(instead expected: TOMLExpectation) -> String {
    switch (expected, first) {
    case (_, "\r") where !isLineEnd: TOMLSyntaxError.lineEndHelp
    case (.key(.line), "{"): "TOML has no braces around the whole; write key = value"
    case (.key(.line), "-"), (.key(.line), "*"): "write lists in brackets: key = [1, 2]"
    case (.key(.line), "/"), (.endOfLine, "/"), (.equals, "/"): "comments begin with '#'"
    case (.key(.line), "]"), (.key(.line), "}"): "does every bracket have its partner?"
    case (.key(.line), "="): "write the key in front of '='; an empty one is \"\""
    case (.equals, ":"): "TOML has '=' between key and value"
    case (.value, _) where isLineEnd: "write the value on the line of its key"
    case (.value, "#"): "write the value in front of the comment"
    case (.value, ","): "remove it; one comma stands between two values"
    case (.endOfLine, "\""), (.endOfLine, "'"): "one value stands behind '=', on a line of its own"
    case (.endOfLine, ","): "remove the comma; lines end without"
    case (.endOfLine, "]"), (.endOfLine, "}"): "does every bracket have its partner?"
    case (.endOfLine, _) where isBehindApostrophe:
      "a text that has ' in it stands in double quotes: \"it's\""
    case (_, _) where isLineEnd: expected.help
    case (_, _) where !first.isVisible || first.properties.isWhitespace:
      "remove it; outside of strings stand only spaces and tabs"
    default: expected.help
    }
  }

  /// Whether a string in single quotes ends directly before, so that its last quote may have been
  /// meant as an apostrophe.
  private var isBehindApostrophe: Bool {
    at > 0 && bytes[at - 1] == UInt8(ascii: "'") && !word.isEmpty
  }
}

extension Unicode.Scalar {
  /// Letters, digits and what people put into bare words, so that a finding can mark one whole.
  fileprivate var isPartOfWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: value >= 0x80 && isVisible && !properties.isWhitespace
    }
  }
}
