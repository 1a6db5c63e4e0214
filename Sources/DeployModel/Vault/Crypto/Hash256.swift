/// A digest of 32 bytes, held inline, with a text form of 64 lower-case hexadecimal digits.
package struct Hash256: Hashable, Sendable {
  /// The bytes as four big-endian numbers, so that comparing them compares the bytes in order.
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// Reads exactly 64 lower-case hexadecimal digits; anything else gives `nil`.
  package init?(hex: String) {
    let words = ASCII.withBytes(of: hex) { digits -> (UInt64, UInt64, UInt64, UInt64)? in
      guard digits.count == 4 * Hex.digitsInWord, let first = Hex.word(in: digits, at: 0),
        let second = Hex.word(in: digits, at: Hex.digitsInWord),
        let third = Hex.word(in: digits, at: 2 * Hex.digitsInWord),
        let last = Hex.word(in: digits, at: 3 * Hex.digitsInWord)
      else { return nil }
      return (first, second, third, last)
    }
    guard let words else { return nil }
    self.words = words
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
    String(unsafeUninitializedCapacity: 4 * Hex.digitsInWord) { digits in
      Hex.write(words.0, to: digits, at: 0)
      Hex.write(words.1, to: digits, at: Hex.digitsInWord)
      Hex.write(words.2, to: digits, at: 2 * Hex.digitsInWord)
      Hex.write(words.3, to: digits, at: 3 * Hex.digitsInWord)
      return 4 * Hex.digitsInWord
    }
  }

  /// The first eight bytes, as a big-endian number.
  var firstWord: UInt64 { words.0 }

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
