/// Finds the first place where bytes are not UTF-8 (RFC 3629).
package enum UTF8Check {
  package static func firstInvalid(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      guard let length = sequenceLength(bytes, at, range.upperBound) else { return at }
      at += length
    }
    return nil
  }

  /// The length of a well-formed sequence of two to four bytes, by table 3-7 of the Unicode
  /// Standard: the second byte's range rules out overlong forms, surrogates and what lies past
  /// U+10FFFF.
  private static func sequenceLength(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[at] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard at + length <= end, second.contains(bytes[at + 1]) else { return nil }
    for offset in 2..<max(length, 2) where bytes[at + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
