/// The kinds of identities, which their texts tell apart by their prefixes.
package enum IdentityKind: String, Sendable, CaseIterable {
  /// Whoever has the text has the identity.
  case plain
  /// The text opens by a passphrase.
  case locked
  /// Published on purpose, for trying things out.
  case demo

  /// What every text of the kind begins with; the number is that of the form.
  package var prefix: String {
    switch self {
    case .plain: "FLYCONF-IDENTITY-1-"
    case .locked: "FLYCONF-LOCKED-IDENTITY-1-"
    case .demo: "FLYCONF-DEMO-IDENTITY-1-"
    }
  }

  /// How many bytes stand behind the prefix, without the check.
  var payloadLength: Int {
    switch self {
    case .plain, .demo: Identity.seedLength
    case .locked: LockedIdentity.length
    }
  }
}
