/// The text of an identifier that sorts by its time.
///
/// Source: https://github.com/ulid/spec
enum ULID {
  /// Crockford's base32: no letter is taken for a digit or another letter.
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// 26 characters: 48 bits of time, then 80 bits.
  ///
  /// - Parameter bits: Ten bytes.
  static func text(milliseconds: UInt64, _ bits: some Collection<UInt8>) -> String {
    let time = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
    // Two bits in front make 130 of the 128, which is 26 times five.
    var pending: UInt = 0
    var count = 2
    var text = ""
    for byte in time + Array(bits) {
      pending = pending << 8 | UInt(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(digits[Int(pending >> UInt(count) & 31)])
      }
    }
    return text
  }
}
