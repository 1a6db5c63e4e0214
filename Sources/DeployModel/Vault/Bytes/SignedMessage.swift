/// The bytes that an identity signs: a domain, the vault, and what is stated.
///
/// The domain keeps a signature over one kind of statement from being taken for another, and the
/// vault's id keeps it from being taken to another vault of the same person.
package enum SignedMessage {
  /// A change: the hash of all that stands above the signature, in hexadecimal digits.
  ///
  /// The founding change is signed for the empty vault id: its own hash becomes the id.
  package static func change(vault: String, content: Hash256) -> [UInt8] {
    message("change", vault, [content.hex])
  }

  /// A request to join: the member's name and both public keys in hexadecimal digits.
  package static func request(vault: String, name: String, keys: PublicKeys) -> [UInt8] {
    message("request", vault, [name, keys.encryptionHex, keys.signingHex])
  }

  /// A line of a read log: the hash of the line before it, and its own content.
  package static func read(vault: String, previous: String, content: [UInt8]) -> [UInt8] {
    message("read", vault, [previous, String(decoding: content, as: UTF8.self)])
  }

  private static func message(_ kind: String, _ vault: String, _ fields: [String]) -> [UInt8] {
    var message = FieldBytes(domain: "\(FieldBytes.version)/\(kind)")
    message.append(vault)
    for field in fields { message.append(field) }
    return message.bytes
  }
}
