import FoundationEssentials

/// Tells base64 of a text from a text that only has its characters.
enum EncodedText {
  /// Below, four letters and four more may be base64 of something by accident.
  private static let leastDigits = 16

  /// The text of which another one is base64 (RFC 4648, section 4), lines and all; nil for others.
  static func decoded(_ text: String) -> String? {
    let digits = text.filter { !$0.isWhitespace }
    guard digits.utf8.count >= leastDigits, let data = Data(base64Encoded: digits),
      data.allSatisfy({ ASCII.isVisible($0) || ASCII.isSpace($0) })
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
