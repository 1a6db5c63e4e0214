/// One of the ways in which programs write a text between the quotation marks of JSON.
///
/// Source: RFC 8259, section 7, which leaves them free to escape whatever they like.
struct JSONStringForm {
  /// What is escaped by its number, besides what has to be escaped.
  private var escaped = ""
  /// Whether everything but ASCII is escaped.
  private var isASCII = false
  private var hasEscapedSlash = false
  /// Whether a backspace and a form feed have an escape of their own.
  private var hasShortControls = true
  private var isUppercase = false

  static let all = [
    JSONStringForm(),
    JSONStringForm(hasEscapedSlash: true),
    // Python; PHP.
    JSONStringForm(isASCII: true),
    JSONStringForm(isASCII: true, hasEscapedSlash: true),
    // Go, of today and of before 1.22; jq.
    JSONStringForm(escaped: "<>&\u{2028}\u{2029}"),
    JSONStringForm(escaped: "<>&\u{2028}\u{2029}", hasShortControls: false),
    JSONStringForm(escaped: "\u{7F}"),
    // .NET.
    JSONStringForm(escaped: "<>&'+`\"\u{7F}", isASCII: true, isUppercase: true),
  ]

  /// The text; the bytes as they are where they are no UTF-8.
  func text(of value: [UInt8]) -> [UInt8] {
    guard let string = String(validating: value, as: UTF8.self) else { return value }
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    for scalar in string.unicodeScalars {
      if let escape = escape(scalar) {
        text += escape
      } else {
        text += UTF8.encode(scalar) ?? .init()
      }
    }
    return text
  }

  private func escape(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if escaped.unicodeScalars.contains(scalar) { return numbered(scalar) }
    switch scalar {
    case "\"", "\\": return Array("\\\(scalar)".utf8)
    case "/": return hasEscapedSlash ? Array(#"\/"#.utf8) : nil
    case "\n": return Array(#"\n"#.utf8)
    case "\r": return Array(#"\r"#.utf8)
    case "\t": return Array(#"\t"#.utf8)
    case "\u{8}" where hasShortControls: return Array(#"\b"#.utf8)
    case "\u{C}" where hasShortControls: return Array(#"\f"#.utf8)
    default: return scalar.value < 0x20 || isASCII && !scalar.isASCII ? numbered(scalar) : nil
    }
  }

  private func numbered(_ scalar: Unicode.Scalar) -> [UInt8] {
    String(scalar).utf16.flatMap { unit in
      Array(#"\u"#.utf8)
        + [UInt8(unit >> 8), UInt8(unit & 0xFF)].flatMap {
          ASCII.hexDigits($0, isUppercase: isUppercase)
        }
    }
  }
}
