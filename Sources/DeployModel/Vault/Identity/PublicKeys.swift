/// What others know of an identity: the key they seal for, and the key they check with.
package struct PublicKeys: Hashable, Sendable {
  /// The X25519 public key, 32 bytes.
  package let encryption: [UInt8]
  /// The Ed25519 public key, 32 bytes.
  package let signing: [UInt8]

  package init(encryption: [UInt8], signing: [UInt8]) {
    self.encryption = encryption
    self.signing = signing
  }

  /// Reads two texts of exactly 64 lower-case hexadecimal digits; any other gives `nil`.
  package init?(encryptionHex: String, signingHex: String) {
    guard let encryption = Hash256(hex: encryptionHex), let signing = Hash256(hex: signingHex)
    else { return nil }
    self.init(encryption: encryption.bytes, signing: signing.bytes)
  }

  /// Whether something can be sealed for the keys: one of small order, which no identity has, would
  /// end every later change.
  package var canReceive: Bool { !SmallOrderPoint.isAgreementKey(encryption) }

  /// The X25519 public key as 64 lower-case hexadecimal digits.
  package var encryptionHex: String { Hex.encode(encryption) }

  /// The Ed25519 public key as 64 lower-case hexadecimal digits.
  package var signingHex: String { Hex.encode(signing) }

  /// What two people read out to each other, such as `k3hq-…`: five groups of four letters and
  /// digits.
  ///
  /// 100 bits of a hash over both keys: to find other keys with a fingerprint that is known would
  /// take 2^100 attempts.
  package var fingerprint: String {
    let domain = Array("\(FieldBytes.version)/fingerprint".utf8) + [0]
    let hash = SHA256.hash(domain + signing + encryption)
    let digits = Base32.encode(hash.bytes).prefix(Self.fingerprintDigits)
    let groups = stride(from: 0, to: digits.count, by: 4).map { digits.dropFirst($0).prefix(4) }
    return groups.joined(separator: "-")
  }

  /// Whether a text that a person typed is the fingerprint; case, spaces and hyphens do not count.
  package func hasFingerprint(_ text: String) -> Bool {
    Self.digits(of: text) == Self.digits(of: fingerprint)
  }

  private static let fingerprintDigits = 20

  private static func digits(of text: String) -> [UInt8] {
    text.utf8.filter { !ASCII.isSpace($0) && $0 != UInt8(ascii: "-") }.map(ASCII.lowercased)
  }
}
