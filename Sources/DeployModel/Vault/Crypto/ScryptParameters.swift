/// The cost of deriving a key from a passphrase with scrypt (RFC 7914).
package struct ScryptParameters: Hashable, Sendable {
  /// The logarithm to base 2 of N, the cost in time and memory.
  package var logN: Int
  /// The block size, in units of 128 bytes.
  package var r: Int
  /// How many times the work is done one after the other.
  package var p: Int

  package init(logN: Int, r: Int, p: Int) {
    self.logN = logN
    self.r = r
    self.p = p
  }

  /// What new files are written with: 128 MiB of memory, half a second or so.
  package static let standard = ScryptParameters(logN: 17, r: 8, p: 1)

  /// Refuses a cost that is too low to protect, or so high that a file could stall its reader.
  ///
  /// - Throws: ``CryptographyError/malformed(_:)`` outside logN 14 to 20, r 8 and p 1 to 4.
  package func check() throws(CryptographyError) {
    guard 14...20 ~= logN else {
      throw .malformed("scrypt with log N \(logN), where 14 to 20 is expected")
    }
    guard r == 8 else { throw .malformed("scrypt with r \(r), where 8 is expected") }
    guard 1...4 ~= p else { throw .malformed("scrypt with p \(p), where 1 to 4 is expected") }
  }

  /// The bytes of memory to allow.
  ///
  /// The limit must be given: libcrypto's own is 32 MiB, which every N from 2^15 on exceeds (with
  /// r 8). The work takes 128 * r * (N + p + 2) bytes; the rest is slack.
  var memoryLimit: UInt64 {
    max(256 << 20, 128 * UInt64(r) * (UInt64(1) << UInt64(logN) + UInt64(p)) + (1 << 20))
  }
}
