/// What stands in a text where the grammar of JSON has no place for it.
struct JSONStranger {
  /// The longest word that is marked whole, in Unicode scalars.
  private static let wordLimit = 40

  private let first: Unicode.Scalar
  /// The letters and digits there, or nothing.
  private let word: String
  /// The marked bytes: the word, or else one character.
  let length: Int

  /// - Parameter rest: The text from the place on, not empty, in valid UTF-8.
  init(_ rest: ArraySlice<UInt8>) {
    // A character of a word has at most four bytes.
    let text = String(decoding: rest.prefix(4 * Self.wordLimit), as: UTF8.self).unicodeScalars
    first = text.first ?? "\0"
    let word = text.prefix(Self.wordLimit).prefix { $0.isPartOfWord }
    self.word = String(word)
    length = word.isEmpty ? UTF8.width(first) : self.word.utf8.count
  }

  var name: String {
    switch first {
    case "\"": "a string"
    case "'": "a single quote"
    case "0"..."9", "-": "a number"
    case _ where first.properties.generalCategory == .control:
      "control character \(first.codePoint)"
    case _ where !first.isVisible || first.properties.isWhitespace && first != " ":
      "character \(first.codePoint)"
    case _ where word.isEmpty: "'\(first)'"
    case _ where Self.knownWords.contains(word.lowercased()): "'\(word)'"
    // It may be a secret that lacks its quotes.
    default: "a bare word"
    }
  }

  /// What other languages call values.
  private static let knownWords: Set = [
    "true", "false", "null", "none", "nil", "undefined", "nan", "infinity",
  ]

  /// The likeliest mistake, by what stands there and by what was expected.
  func help(instead expected: JSONExpectation, after text: ArraySlice<UInt8>) -> String {
    switch first {
    case "/", "#": "JSON has no comments; remove it"
    case "'": "strings are written in double quotes"
    case "}" where Self.endsInComma(text), "]" where Self.endsInComma(text):
      "remove the comma before it"
    case "{" where isMeantAsValue(expected), "[" where isMeantAsValue(expected): expected.help
    case "{", "}", "[", "]": Self.bracketHelp(expected)
    case ",": Self.commaHelp(expected)
    case "+", ".": "write numbers as in -12.5e3"
    case _ where !first.isVisible || first.properties.isWhitespace:
      "remove it; between values stand only spaces, tabs and line breaks"
    default: wordHelp(expected)
    }
  }

  private func isMeantAsValue(_ expected: JSONExpectation) -> Bool {
    switch expected {
    case .commaOrBrace, .commaOrBracket, .end: true
    case .value, .fieldName, .colon: false
    }
  }

  private static func bracketHelp(_ expected: JSONExpectation) -> String {
    switch expected {
    case .commaOrBrace, .commaOrBracket, .end: "does every bracket have its partner?"
    case .value, .fieldName, .colon: expected.help
    }
  }

  private static func commaHelp(_ expected: JSONExpectation) -> String {
    switch expected {
    case .value, .fieldName: "remove it; one comma stands between two values"
    default: expected.help
    }
  }

  private static func endsInComma(_ text: ArraySlice<UInt8>) -> Bool {
    text.last { $0 > 0x20 } == UInt8(ascii: ",")
  }

  private func wordHelp(_ expected: JSONExpectation) -> String {
    guard case .value = expected, !word.isEmpty else { return expected.help }
    let lowercased = word.lowercased()
    return switch lowercased {
    case "true", "false", "null": "write '\(lowercased)' in lower case"
    case "none", "nil", "undefined": "write null, or leave the field out"
    case "nan", "infinity": "JSON has no such number"
    default: "strings are written in double quotes"
    }
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
