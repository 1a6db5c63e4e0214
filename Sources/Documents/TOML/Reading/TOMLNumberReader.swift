/// Why a text that begins like a number is none.
enum TOMLNumberMistake: Error {
  /// It is something else altogether, such as `10s`.
  case noNumber
  case leadingZero
  case underscore
  /// What lacks its digits, such as `the point`.
  case digitMissing(String)
  case tooLarge
  case signBeforePrefix
  case capitalPrefix
}

/// Reads whole numbers and floats (https://toml.io/en/v1.0.0#integer) into the one form in which
/// they are compared: whole numbers in decimal, and neither underscores nor a plus in front.
struct TOMLNumberReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var literal: [UInt8] = []

  /// Reads a text that is nothing else.
  static func read(_ bytes: ArraySlice<UInt8>) throws(TOMLNumberMistake) -> Number {
    var reader = TOMLNumberReader(bytes: bytes, at: bytes.startIndex)
    let literal = try reader.number()
    guard reader.at == bytes.endIndex else { throw reader.leftover }
    return Number(literal: literal)
  }

  /// What is wrong with a number that goes on where it should have ended.
  private var leftover: TOMLNumberMistake {
    bytes[at] == UInt8(ascii: "_") ? .underscore : .noNumber
  }

  private mutating func number() throws(TOMLNumberMistake) -> String {
    let isNegative = peek == UInt8(ascii: "-")
    let isSigned = isNegative || peek == UInt8(ascii: "+")
    if isSigned { at += 1 }
    if let word = special(isNegative: isNegative) { return word }
    if let radix = try prefixedRadix(isSigned: isSigned) { return try whole(radix: radix) }
    if isNegative { literal.append(UInt8(ascii: "-")) }
    return try decimal()
  }

  private mutating func special(isNegative: Bool) -> String? {
    let word = String(decoding: bytes[at...], as: UTF8.self)
    guard word == "inf" || word == "nan" else { return nil }
    at = bytes.endIndex
    return isNegative && word == "inf" ? "-inf" : word
  }

  // MARK: Other bases

  /// Steps over `0x`, `0o` or `0b`.
  private mutating func prefixedRadix(isSigned: Bool) throws(TOMLNumberMistake) -> Int? {
    guard peek == UInt8(ascii: "0"), at + 1 < bytes.endIndex else { return nil }
    let radix: Int
    switch bytes[at + 1] | 0x20 {
    case UInt8(ascii: "x"): radix = 16
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "b"): radix = 2
    default: return nil
    }
    guard bytes[at + 1] & 0x20 != 0 else { throw .capitalPrefix }
    guard !isSigned else { throw .signBeforePrefix }
    at += 2
    return radix
  }

  private mutating func whole(radix: Int) throws(TOMLNumberMistake) -> String {
    try digits("the prefix") { byte in
      Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
    }
    guard at == bytes.endIndex else { throw leftover }
    let text = String(decoding: literal, as: UTF8.self)
    guard let value = Int(text, radix: radix) else { throw .tooLarge }
    return String(value)
  }

  // MARK: Decimal

  private mutating func decimal() throws(TOMLNumberMistake) -> String {
    let start = at
    let signs = literal.count
    try decimalDigits("the point")
    let hasLeadingZero = literal[signs] == UInt8(ascii: "0") && literal.count > signs + 1
    let hasFraction = try fraction()
    let isFloat = try exponent() || hasFraction
    guard !hasLeadingZero else {
      // What follows may show that no number was meant, as in 01.02.2026.
      throw at == bytes.endIndex ? .leadingZero : .noNumber
    }
    let text = String(decoding: literal, as: UTF8.self)
    guard !isFloat, at == bytes.endIndex, at > start else { return text }
    guard let value = Int(text) else { throw .tooLarge }
    // Zero has no sign.
    return value == 0 ? "0" : text
  }

  private mutating func fraction() throws(TOMLNumberMistake) -> Bool {
    guard peek == UInt8(ascii: ".") else { return false }
    append()
    try decimalDigits("the point")
    return true
  }

  private mutating func exponent() throws(TOMLNumberMistake) -> Bool {
    guard let letter = peek, letter | 0x20 == UInt8(ascii: "e") else { return false }
    append()
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { append() }
    try decimalDigits("the exponent")
    return true
  }

  private mutating func decimalDigits(_ place: String) throws(TOMLNumberMistake) {
    try digits(place) { $0 &- UInt8(ascii: "0") < 10 }
  }

  /// Takes one digit or more, with underscores only between two of them.
  private mutating func digits(
    _ place: String, _ isDigit: (UInt8) -> Bool
  ) throws(TOMLNumberMistake) {
    guard let first = peek else { throw .digitMissing(place) }
    guard first != UInt8(ascii: "_") else { throw .underscore }
    guard isDigit(first) else {
      throw first == UInt8(ascii: ".") || first | 0x20 == UInt8(ascii: "e")
        ? .digitMissing(place) : .noNumber
    }
    while let byte = peek {
      if isDigit(byte) {
        append()
      } else if byte == UInt8(ascii: "_") {
        guard at + 1 < bytes.endIndex, isDigit(bytes[at + 1]) else { throw .underscore }
        at += 1
      } else {
        return
      }
    }
  }

  private var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func append() {
    literal.append(bytes[at])
    at += 1
  }
}
