/// A value without quotes that is none of those that go without.
struct TOMLBareWord {
  /// The longest word that is repeated, in bytes.
  private static let limit = 24

  let range: Range<Int>
  private let text: String

  init(_ word: ArraySlice<UInt8>) {
    range = word.startIndex..<word.endIndex
    text = String(decoding: word, as: UTF8.self)
  }

  var message: String {
    if let quote = text.unicodeScalars.first, Self.foreignQuotes.contains(quote) {
      return "'\(quote)' is not a quotation mark of TOML"
    }
    return "\(isHarmless ? Quoted(text).description : "this") is not a value of TOML"
  }

  /// Whether the word may be repeated: a long one, or one of letters with digits among them, may
  /// be a secret that lacks its quotes.
  private var isHarmless: Bool {
    guard text.utf8.count <= Self.limit, let first = text.unicodeScalars.first else { return false }
    if "0"..."9" ~= first || "+-._".unicodeScalars.contains(first) { return text.utf8.count <= 20 }
    return !text.unicodeScalars.contains { "0"..."9" ~= $0 }
  }

  private static let foreignQuotes: Set<Unicode.Scalar> = [
    "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{AB}", "\u{BB}", "`",
  ]

  func help(_ mistake: TOMLNumberMistake) -> String {
    if let quote = text.unicodeScalars.first, Self.foreignQuotes.contains(quote) {
      return "write \" or ' around the text"
    }
    if let help = Self.knownWords[text.lowercased()] { return help }
    switch mistake {
    case .noNumber: return quotesHelp
    case .leadingZero: return "write the number without zeros in front, or text in quotes"
    case .underscore: return "underscores stand between two digits only"
    case .digitMissing(let place):
      return "a digit is missing at \(place); write numbers as in 0.5, 1e6 or 0xff"
    case .tooLarge:
      return "whole numbers go from -9223372036854775808 to 9223372036854775807; "
        + "write longer ones in quotes"
    case .signBeforePrefix: return "numbers with 0x, 0o or 0b have no sign"
    case .capitalPrefix: return "write the prefix in lower case: 0x, 0o or 0b"
    }
  }

  private var quotesHelp: String {
    guard isHarmless, !text.contains("\""), !text.contains("\\") else {
      return "write text in quotes"
    }
    return "write text in quotes: \"\(text.visible)\""
  }

  /// What other languages call values.
  private static let knownWords: [String: String] = {
    let yes = "write true"
    let no = "write false"
    let none = "TOML has no such value; leave the key out"
    return [
      "true": "write 'true' in lower case", "false": "write 'false' in lower case",
      "yes": yes, "on": yes, "no": no, "off": no,
      "null": none, "none": none, "nil": none, "undefined": none, "~": none,
      "nan": "write 'nan' in lower case", "inf": "write 'inf' in lower case",
      "infinity": "write 'inf'", "-infinity": "write '-inf'", "+infinity": "write 'inf'",
    ]
  }()
}
