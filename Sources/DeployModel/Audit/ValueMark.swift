/// What tells one stored value from another: the first 64 bits of the SHA-256 of its text as it
/// stands in the file, written as 16 lower-case hexadecimal digits.
package struct ValueMark: Hashable, Sendable {
  /// The bits as a big-endian number.
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// The mark of a stored value.
  package init(of storedText: String) {
    bits = ASCII.withBytes(of: storedText) { SHA256.hash(UnsafeRawBufferPointer($0)) }.firstWord
  }

  /// Reads exactly 16 digits; anything else gives `nil`.
  package init?(hex: String) {
    let bits = ASCII.withBytes(of: hex) { digits in
      digits.count == Hex.digitsInWord ? Hex.word(in: digits, at: 0) : nil
    }
    guard let bits else { return nil }
    self.bits = bits
  }

  /// The 16 digits.
  package var hex: String {
    String(unsafeUninitializedCapacity: Hex.digitsInWord) { digits in
      Hex.write(bits, to: digits, at: 0)
      return Hex.digitsInWord
    }
  }
}
