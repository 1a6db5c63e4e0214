/// An identity sealed under a passphrase.
///
/// The key is made of the passphrase by scrypt, whose cost stands in the text: a text that asks
/// for more than is ever written is refused before any work, so that nobody can stall a reader.
package struct LockedIdentity: Hashable, Sendable {
  private static let saltLength = 16
  static let length = 3 + saltLength + Identity.seedLength + Cobblestone.overhead

  private let parameters: ScryptParameters
  private let salt: [UInt8]
  private let sealed: [UInt8]

  /// Locks an identity; each time with a salt of its own.
  package init(
    _ identity: Identity, passphrase: Secret, _ parameters: ScryptParameters = .standard
  ) throws(CryptographyError) {
    let salt = try RandomBytes.bytes(count: Self.saltLength)
    let key = try Scrypt.key(passphrase: passphrase, salt: salt, parameters)
    sealed = try Cobblestone.seal(identity.seed, key: key, context: Self.context)
    self.parameters = parameters
    self.salt = salt
  }

  /// The identity.
  ///
  /// - Throws: ``CryptographyError/notAuthentic`` for another passphrase.
  package func unlocked(by passphrase: Secret) throws(CryptographyError) -> Identity {
    let key = try Scrypt.key(passphrase: passphrase, salt: salt, parameters)
    return try Identity(seed: try Cobblestone.openKey(sealed, key: key, context: Self.context))
  }

  /// Bound to its purpose alone: an identity serves any number of vaults.
  private static var context: [UInt8] { SealingContext(vault: "", purpose: .identity).bytes }
}

extension LockedIdentity {
  /// The cost, a byte for each parameter, the salt, and the sealed seed.
  var payload: [UInt8] {
    [parameters.logN, parameters.r, parameters.p].map { UInt8(truncatingIfNeeded: $0) }
      + salt + sealed
  }

  /// Reads a payload.
  ///
  /// - Throws: ``CryptographyError/malformed(_:)`` for another length, or a cost out of bounds.
  init(payload: [UInt8]) throws(CryptographyError) {
    try CryptographyError.require(payload.count, is: Self.length, of: "a locked identity")
    parameters = ScryptParameters(
      logN: Int(payload[0]), r: Int(payload[1]), p: Int(payload[2]))
    try parameters.check()
    salt = Array(payload.dropFirst(3).prefix(Self.saltLength))
    sealed = Array(payload.dropFirst(3 + Self.saltLength))
  }
}
