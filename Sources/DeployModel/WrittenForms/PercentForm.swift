/// One of the ways in which programs escape a text for an address.
///
/// They differ in what they leave as it is, in the sign for a space, and in the case of digits.
/// Source: RFC 3986, section 2; WHATWG URL, sections 1.3 and 5.
struct PercentForm {
  private var kept: String
  private var space = "%20"
  private var isUppercase = true

  static let all: [PercentForm] = [true, false].flatMap { isUppercase in
    [
      PercentForm(kept: "-._~", isUppercase: isUppercase),
      // Python's `quote`.
      PercentForm(kept: "-._~/", isUppercase: isUppercase),
      // JavaScript's `encodeURIComponent` and `encodeURI`.
      PercentForm(kept: "-._~!'()*", isUppercase: isUppercase),
      PercentForm(kept: "-._~!'()*;,/?:@&=+$#", isUppercase: isUppercase),
      // Forms, by the standard and by Python's `quote_plus`.
      PercentForm(kept: "-._*", space: "+", isUppercase: isUppercase),
      PercentForm(kept: "-._~", space: "+", isUppercase: isUppercase),
    ]
  }

  func text(of value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    for byte in value {
      if byte == UInt8(ascii: " ") {
        text += space.utf8
      } else if ASCII.isAlphanumeric(byte) || kept.utf8.contains(byte) {
        text.append(byte)
      } else {
        text.append(UInt8(ascii: "%"))
        text += ASCII.hexDigits(byte, isUppercase: isUppercase)
      }
    }
    return text
  }
}
