import Documents

/// A data key sealed for one member, who alone can open it with their own key.
///
/// The bytes are an ephemeral X25519 public key and the data key, sealed under a key that both
/// sides derive: HKDF-SHA512 of the shared secret, with both public keys in the info, so that the
/// wrap is bound to its recipient. A key is made for every wrap and forgotten at once.
///
/// Source: RFC 7748, RFC 5869, C2SP chunked-encryption.
package struct KeyWrap: Hashable, Sendable {
  package let member: MemberName
  /// An ephemeral public key of 32 bytes, and a sealed key.
  package let payload: [UInt8]

  private static let publicKeyLength = 32
  private static let payloadLength = publicKeyLength + 32 + Cobblestone.overhead

  init(_ member: MemberName, payload: [UInt8]) {
    self.member = member
    self.payload = payload
  }

  /// Wraps a data key for a member.
  init(
    _ key: borrowing SecureBytes, for member: Member, context: SealingContext
  ) throws(CryptographyError) {
    let ephemeral = try AgreementKey.ephemeral()
    let shared = try ephemeral.sharedSecret(with: member.keys.encryption)
    let wrapping = try Self.wrappingKey(shared, ephemeral.publicKey, member.keys.encryption)
    let sealed = try Cobblestone.seal(key, key: wrapping, context: context.bytes)
    self.init(member.name, payload: ephemeral.publicKey + sealed)
  }

  /// The data key, opened by the member's identity.
  ///
  /// - Throws: `CryptographyError.notAuthentic` if the wrap is not for this identity and context.
  func open(
    by identity: borrowing Identity, context: SealingContext
  ) throws(CryptographyError) -> SecureBytes {
    let ephemeral = Array(payload.prefix(Self.publicKeyLength))
    let shared = try identity.sharedSecret(with: ephemeral)
    let wrapping = try Self.wrappingKey(shared, ephemeral, identity.publicKeys.encryption)
    return try Cobblestone.openKey(
      Array(payload.dropFirst(Self.publicKeyLength)), key: wrapping, context: context.bytes)
  }

  private static func wrappingKey(
    _ shared: borrowing SecureBytes, _ ephemeral: [UInt8], _ recipient: [UInt8]
  ) throws(CryptographyError) -> SecureBytes {
    let info = Array("\(FieldBytes.version)/wrap".utf8) + ephemeral + recipient
    return try HKDF.derive(salt: [], shared, info: info, count: 32)
  }
}

extension KeyWrap {
  var node: Node {
    Node(.object([.init("member", member.text), .init("key", Base64URL.encode(payload))]))
  }

  init?(extracting node: Node) {
    guard let name = node["member"]?.text.flatMap({ try? MemberName($0) }),
      let payload = node["key"]?.text.flatMap({ Base64URL.decode(Array($0.utf8)) }),
      payload.count == Self.payloadLength
    else { return nil }
    self.init(name, payload: payload)
  }
}
