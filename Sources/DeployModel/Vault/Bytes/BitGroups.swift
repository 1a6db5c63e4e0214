/// Bytes as digits that stand for a few bits each, the highest first; the last is filled up with
/// zeros.
enum BitGroups {
  /// - Parameters:
  ///   - width: How many bits a digit stands for, 1 to 8.
  ///   - alphabet: The digits, as many as there are values of so many bits.
  static func digits(
    of bytes: some Sequence<UInt8>, width: Int, _ alphabet: [UInt8]
  ) -> [UInt8] {
    var digits: [UInt8] = []
    // Growing would leave copies behind.
    digits.reserveCapacity((bytes.underestimatedCount * 8 + width - 1) / width)
    let mask: UInt32 = 1 << UInt32(width) - 1
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= width {
        bits -= width
        digits.append(alphabet[Int(buffer >> UInt32(bits) & mask)])
      }
    }
    if bits > 0 { digits.append(alphabet[Int(buffer << UInt32(width - bits) & mask)]) }
    return digits
  }
}
