/// Tells quickly where in a text a pattern may begin, by the four bytes that would be its first.
struct StartFilter: Sendable {
  private static let bitCount = 1 << 18

  /// A bit for each hash; so few that they stay close to the processor.
  private var bits = [UInt64](repeating: 0, count: StartFilter.bitCount / 64)

  /// - Parameter pattern: One of at least four bytes.
  mutating func add(_ pattern: [UInt8]) {
    let hash = Self.hash(pattern.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
    bits[hash / 64] |= 1 << UInt64(hash % 64)
  }

  /// The next place where a pattern may begin; of the last three bytes, nothing is known yet.
  func nextStart(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard text.count - start >= 4 else { return start }
    return bits.withUnsafeBufferPointer { bits in
      var place = start
      // The first byte is the lowest.
      var four =
        UInt32(text[start]) << 8 | UInt32(text[start + 1]) << 16
        | UInt32(text[start + 2]) << 24
      let end = text.count - 3
      while place < end {
        four = four >> 8 | UInt32(text[place + 3]) << 24
        let hash = Self.hash(four)
        if bits[hash / 64] >> UInt64(hash % 64) & 1 == 1 { return place }
        place += 1
      }
      return place
    }
  }

  private static func hash(_ four: UInt32) -> Int { Int((four &* 0x9E37_79B1) >> 14) }
}
