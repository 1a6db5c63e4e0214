/// A digest of 32 bytes, held inline, with a text form of 64 lower-case hexadecimal digits.
package struct Hash256: Hashable, Sendable {
  /// The bytes as four big-endian numbers, so that comparing them compares the bytes in order.
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// Reads exactly 64 lower-case hexadecimal digits; anything else gives `nil`.
  package init?(hex: String) {
    var digits = hex.utf8.makeIterator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    guard hex.utf8.count == 64 else { return nil }
    while let first = digits.next(), let second = digits.next() {
      guard let high = Self.value(of: first), let low = Self.value(of: second) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// Takes exactly 32 bytes; any other number of them gives `nil`.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self = bytes.withRawBytes { Hash256($0) }
  }

  /// Takes the first 32 of the bytes, of which there must be as many.
  init(_ bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    let words = (
      words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
    )
    return withUnsafeBytes(of: words) { Array($0) }
  }

  /// The 64 lower-case hexadecimal digits.
  package var hex: String {
    let words = words
    return String(unsafeUninitializedCapacity: 64) { digits in
      for place in 0..<16 {
        // The highest four bits first.
        let shift = UInt64(60 - place * 4)
        digits[place] = Self.digit(words.0 >> shift)
        digits[16 + place] = Self.digit(words.1 >> shift)
        digits[32 + place] = Self.digit(words.2 >> shift)
        digits[48 + place] = Self.digit(words.3 >> shift)
      }
      return 64
    }
  }

  /// The digit of the lowest four bits.
  private static func digit(_ word: UInt64) -> UInt8 {
    ASCII.hexDigit(UInt8(truncatingIfNeeded: word & 15))
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  package static func == (left: Hash256, right: Hash256) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Hash256: Comparable {
  /// The order of the bytes, which is that of the text forms.
  package static func < (left: Hash256, right: Hash256) -> Bool { left.words < right.words }
}

extension Hash256: CustomStringConvertible {
  package var description: String { hex }
}
