/// A data key in memory: wiped when the last use of it ends.
///
/// A class, because a key that cannot be copied cannot stand in a dictionary.
final class DataKey: Sendable {
  let identifier: String
  private let bytes: SecureBytes
  private let expansions = ExpansionPool()

  /// A new key.
  init() throws(CryptographyError) {
    bytes = try SecureBytes.random(count: 32)
    identifier = try KeyIdentifier(of: bytes).text
  }

  /// A key that was unwrapped.
  ///
  /// The name is computed again from the key: a wrap that holds another key is refused here.
  ///
  /// - Throws: `CryptographyError.notAuthentic` if the key is not the one of that name.
  init(unwrapped key: consuming SecureBytes, named name: String) throws(CryptographyError) {
    identifier = try KeyIdentifier(of: key).text
    bytes = key
    guard identifier == name else { throw .notAuthentic }
  }

  func seal(_ secret: Secret, context: SealingContext) throws(CryptographyError) -> [UInt8] {
    let context = context.bytes
    return try expansions.lend(bytes) { (key) throws(CryptographyError) in
      try Cobblestone.seal(secret, expanding: &key, context: context)
    }
  }

  func open(_ sealed: [UInt8], context: SealingContext) throws(CryptographyError) -> Secret {
    let context = context.bytes
    return try expansions.lend(bytes) { (key) throws(CryptographyError) in
      Secret(try Cobblestone.open(sealed, expanding: key, context: context))
    }
  }

  func wrap(for member: Member, context: SealingContext) throws(CryptographyError) -> KeyWrap {
    try KeyWrap(bytes, for: member, context: context)
  }
}
