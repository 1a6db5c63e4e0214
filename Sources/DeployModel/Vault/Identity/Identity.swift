/// Who someone is to a vault: 32 secret bytes, from which all of their keys are derived.
///
/// The two keys come from HKDF-SHA512-Expand under labels of their own, so that neither tells
/// anything of the other or of the seed. The seed is uniformly random, which is what Expand without
/// Extract requires (RFC 5869, Section 3.3).
package final class Identity: Sendable {
  static let seedLength = 32

  /// The secret itself: only for writing the identity's text.
  let seed: SecureBytes
  private let agreement: AgreementKey
  private let signing: SigningKey

  /// What others may know.
  package let publicKeys: PublicKeys

  /// The identity that a secret of 32 uniformly random bytes stands for.
  package init(seed: consuming SecureBytes) throws(CryptographyError) {
    try CryptographyError.require(seed.count, is: Self.seedLength, of: "an identity")
    let agreement = try AgreementKey(seed: try Self.key("x25519", from: seed))
    let signing = try SigningKey(seed: try Self.key("ed25519", from: seed))
    publicKeys = PublicKeys(encryption: agreement.publicKey, signing: signing.publicKey)
    self.agreement = agreement
    self.signing = signing
    self.seed = seed
  }

  /// A new identity that nobody has had before.
  package static func generate() throws(CryptographyError) -> Identity {
    try Identity(seed: try SecureBytes.random(count: seedLength))
  }

  /// The Ed25519 signature of a message, 64 bytes.
  package func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
    try signing.sign(message)
  }

  /// The X25519 secret, 32 bytes, that the holder of `peer` also arrives at: hash it before use.
  package func sharedSecret(with peer: [UInt8]) throws(CryptographyError) -> SecureBytes {
    try agreement.sharedSecret(with: peer)
  }

  private static func key(
    _ name: String, from seed: borrowing SecureBytes
  ) throws(CryptographyError) -> SecureBytes {
    let label = Array("\(FieldBytes.version)/identity/\(name)".utf8)
    return try HKDF.expand(seed, info: label, count: 32)
  }
}

extension Identity: CustomStringConvertible, CustomReflectable {
  package var description: String { "identity \(publicKeys.fingerprint)" }

  package var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
