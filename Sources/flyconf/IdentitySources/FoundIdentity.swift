import DeployModel

/// The text of an identity and where it stands; it may still be locked.
struct FoundIdentity: Sendable {
  var place: IdentityPlace
  var text: IdentityFileText

  var kind: IdentityKind { text.identity.kind }

  /// The identity itself; a passphrase is asked for only if it is locked.
  func opened(_ passphrase: PassphraseOption, _ context: Context) throws -> Identity {
    switch text.identity {
    case .plain(let identity), .demo(let identity): return identity
    case .locked(let locked):
      let name = place.path.map(context.shown) ?? place.source
      return try PassphraseSource(passphrase, context).open(locked, named: name)
    }
  }
}

/// The identity that a command works with.
struct LoadedIdentity: Sendable {
  var identity: Identity
  var place: IdentityPlace
  var kind: IdentityKind

  /// Whether everyone has it: only a vault whose settings say that it is a demo may accept it.
  var isDemo: Bool { kind == .demo }
}

extension Context {
  /// The identity that the user works with, opened.
  ///
  /// - Throws: `Failure` with the exit code for a missing or wrong key.
  func identity(_ options: IdentityOptions) throws -> LoadedIdentity {
    try load(IdentitySearch.find(options, self), options)
  }

  /// As `identity`, but nothing where no place holds one: for what can do without.
  func identityIfAny(_ options: IdentityOptions) throws -> LoadedIdentity? {
    guard let found = try IdentitySearch.findIfAny(options, self) else { return nil }
    return try load(found, options)
  }

  private func load(_ found: FoundIdentity, _ options: IdentityOptions) throws -> LoadedIdentity {
    LoadedIdentity(
      identity: try found.opened(options.passphrase, self), place: found.place, kind: found.kind)
  }
}
