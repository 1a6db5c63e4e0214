/// A value in base64, alone or in the midst of more that is encoded with it.
///
/// Three bytes make four digits, so that the digits of a value depend on where it begins: all
/// three alignments are given, without the digits that it shares with its neighbours, which tell
/// at most four bits of its first and of its last byte. Where a value ends the text, its last
/// digit is given too.
///
/// Source: RFC 4648, sections 4 and 5; RFC 2045 and RFC 7468 for lines of 76 and 64 digits.
enum Base64Form {
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let alphabets = ["+/", "-_"].map { Array((letters + $0).utf8) }
  private static let lineLengths = [64, 76]

  static func all(of value: [UInt8]) -> [[UInt8]] {
    let endings = [value, value + [UInt8(ascii: "\n")]]
    return alphabets.flatMap { alphabet in
      endings.flatMap { value in
        (0..<3).flatMap { aligned(value, behind: $0, alphabet) }
          + lineLengths.map { broken(padded(BitGroups.digits(of: value, width: 6, alphabet)), $0) }
      }
    }
  }

  /// The digits that stand for nothing but the value, when so many bytes of a group precede it.
  private static func aligned(
    _ value: [UInt8], behind count: Int, _ alphabet: [UInt8]
  ) -> [[UInt8]] {
    let bytes = [UInt8](repeating: 0, count: count) + value
    let digits = BitGroups.digits(of: bytes, width: 6, alphabet)
    // The digits that the preceding bytes have a share in.
    let foreign = (8 * count + 5) / 6
    let own = digits[..<(8 * bytes.count / 6)].dropFirst(foreign)
    let toTheEnd = digits.dropFirst(foreign)
    return [Array(own), Array(toTheEnd), Array(padded(digits).dropFirst(foreign))]
  }

  private static func padded(_ digits: [UInt8]) -> [UInt8] {
    digits + [UInt8](repeating: UInt8(ascii: "="), count: (4 - digits.count % 4) % 4)
  }

  private static func broken(_ text: [UInt8], _ length: Int) -> [UInt8] {
    let starts = stride(from: 0, to: text.count, by: length)
    return Array(
      starts.map { text[$0..<min($0 + length, text.count)] }
        .joined(separator: [UInt8(ascii: "\n")]))
  }
}
