/// What someone who wants to join a vault gives to an owner: `flyconf-request-1.…`, one line.
///
/// It holds the vault's id, both public keys, a name, and a signature by the very key that it
/// names: nobody can ask for keys that are not theirs, and a request for one vault is none for
/// another. Whether the keys are those of the person who is meant, only the comparison of their
/// fingerprint can tell. Nothing in it is secret.
///
/// The payload is the vault's id, the X25519 key and the Ed25519 key of 32 bytes each, the
/// signature of 64 bytes, and the name, in base64url without padding.
package struct JoinRequest: Hashable, Sendable {
  /// What every request begins with, of whatever version.
  private static let start = "flyconf-request-"
  private static let prefix = "\(start)1."
  private static let hashLength = 32
  private static let signatureLength = 64
  /// The payload without the name.
  private static let fixedLength = 3 * hashLength + signatureLength

  /// The vault that the request is for.
  package let vault: Hash256
  package let name: MemberName
  package let keys: PublicKeys
  private let signature: [UInt8]

  /// Signs a request.
  package init(
    to vault: Hash256, as name: MemberName, by identity: borrowing Identity
  ) throws(CryptographyError) {
    self.vault = vault
    self.name = name
    keys = identity.publicKeys
    signature = try identity.sign(
      SignedMessage.request(vault: vault.hex, name: name.text, keys: identity.publicKeys))
  }

  /// The line to hand over.
  package var text: String {
    let fixed = vault.bytes + keys.encryption + keys.signing + signature
    return Self.prefix + Base64URL.encode(fixed + Array(name.text.utf8))
  }

  // MARK: Reading

  /// Whether a text begins as a request does, of whatever version.
  package static func isBegun(_ text: String) -> Bool { text.hasPrefix(start) }

  /// Reads a line, and checks that whoever holds its keys has signed it.
  ///
  /// - Throws: `MalformedValue`, which does not quote the line.
  package init(_ text: String) throws(MalformedValue) {
    let digits = try Self.digits(of: text)
    guard let payload = Base64URL.decode(digits), payload.count > Self.fixedLength else {
      throw Self.incomplete
    }
    let parts = (0..<3).compactMap { index in
      Hash256(bytes: Array(payload[index * Self.hashLength..<(index + 1) * Self.hashLength]))
    }
    guard parts.count == 3 else { throw Self.incomplete }
    vault = parts[0]
    keys = PublicKeys(encryption: parts[1].bytes, signing: parts[2].bytes)
    signature = Array(payload[3 * Self.hashLength..<Self.fixedLength])
    let letters = payload[Self.fixedLength...]
    let name = String(decoding: letters, as: UTF8.self)
    guard name.utf8.elementsEqual(letters) else { throw Self.incomplete }
    self.name = try MemberName(name)
    guard isSigned else {
      throw MalformedValue(
        "the request is not signed by the keys it names",
        help: "it was changed on its way: ask for it again, by another way")
    }
    guard keys.canReceive else {
      throw MalformedValue("the request names a key that nothing can be sealed for")
    }
  }

  private static func digits(of text: String) throws(MalformedValue) -> Substring.UTF8View {
    if text.hasPrefix(prefix) { return text.dropFirst(prefix.utf8.count).utf8 }
    guard isBegun(text) else {
      throw MalformedValue(
        "that is no request to join, expected a line that begins with '\(prefix)'",
        help: "`flyconf vault join NAME` prints one")
    }
    throw MalformedValue(
      "the request has a form that this version of flyconf does not know", help: "update flyconf")
  }

  private static let incomplete = MalformedValue(
    "the request is incomplete or has a typing mistake",
    help: "copy the whole line again, or have it printed by `flyconf vault join NAME`")

  private var isSigned: Bool {
    let message = SignedMessage.request(vault: vault.hex, name: name.text, keys: keys)
    return (try? VerifyingKey(keys.signing))?.isValid(signature, for: message) ?? false
  }
}
