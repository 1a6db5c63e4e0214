import DeployModel

/// Locks identities by a new passphrase.
struct IdentityLock {
  private let source: PassphraseSource

  init(_ option: PassphraseOption, _ context: Context) {
    source = PassphraseSource(option, context)
  }

  /// The locked form, which has been opened once before it takes the place of anything.
  func locked(_ identity: Identity) throws -> IdentityText {
    let passphrase = try source.new()
    let locked = try LockedIdentity(identity, passphrase: passphrase)
    guard try locked.unlocked(by: passphrase).publicKeys == identity.publicKeys else {
      throw Failure(
        .integrity, "the locked identity does not open again",
        help: "nothing was changed; check the memory of this machine")
    }
    return .locked(locked)
  }
}
