import Documents

/// A verified vault in the hands of one of its members.
package struct OpenVault: Sendable {
  package let verified: VerifiedVault
  package let member: Member
  package let identity: Identity
  private let cache: KeyCache

  /// - Throws: `VaultRefusal` if the identity is no member's.
  package init(_ verified: VerifiedVault, by identity: Identity) throws(VaultRefusal) {
    try self.init(verified, by: identity, KeyCache())
  }

  private init(
    _ verified: VerifiedVault, by identity: Identity, _ cache: KeyCache
  ) throws(VaultRefusal) {
    self.cache = cache
    guard let member = verified.manifest.member(with: identity.publicKeys) else {
      throw Self.stranger(identity, verified.manifest)
    }
    self.verified = verified
    self.member = member
    self.identity = identity
  }

  /// The vault after a change, with the keys that have been unwrapped or made already.
  ///
  /// The author goes by name: the change may have given them other keys.
  init(
    _ verified: VerifiedVault, inHandsOf author: MemberName, sharing vault: OpenVault
  ) throws(VaultRefusal) {
    guard let member = verified.manifest.member(author.text) else {
      throw Self.stranger(vault.identity, verified.manifest)
    }
    self.verified = verified
    self.member = member
    identity = vault.identity
    cache = vault.cache
  }

  private static func stranger(
    _ identity: Identity, _ manifest: VaultManifest
  ) -> VaultRefusal {
    let fingerprint = identity.publicKeys.fingerprint
    let former = manifest.members.first {
      $0.formerSigningKeys.contains(identity.publicKeys.signingHex)
        || ($0.keys == identity.publicKeys && $0.isRemoved)
    }
    if let former, former.isRemoved {
      return VaultRefusal(
        "the identity \(fingerprint) is that of '\(former.name)', who has left this vault",
        help: "ask an owner to be added under another name")
    }
    return VaultRefusal(
      "the identity \(fingerprint) is no member's of this vault",
      help: "run `flyconf vault join NAME` and give the request to an owner, or name another "
        + "identity with --identity FILE")
  }

  // MARK: Keys

  func dataKey(_ identifier: String) throws -> DataKey {
    try cache.key(identifier) {
      guard let entry = verified.manifest.key(identifier), let wrap = entry.wrap(for: member.name)
      else {
        throw VaultRefusal(
          "the data key '\(identifier)' has not been wrapped for '\(member.name)' yet",
          help: "an owner does it with `flyconf vault rotate-keys`")
      }
      do {
        let key = try wrap.open(by: identity, context: wrapContext(of: entry, for: member))
        return try DataKey(unwrapped: key, named: identifier)
      } catch CryptographyError.notAuthentic {
        throw IntegrityError(faults: [doesNotUnwrap(entry)])
      }
    }
  }

  private func doesNotUnwrap(_ entry: DataKeyEntry) -> VaultFault {
    VaultFault(
      .keySwapped, entry.id,
      "the data key '\(entry.id)' of '\(entry.compartment)' does not open for '\(member.name)': "
        + "whoever signed it wrapped something else",
      help: "an owner makes new keys with `flyconf vault rotate-keys`; `flyconf audit list` says "
        + "who made this one",
      at: .file(VaultManifest.fileName))
  }

  func remember(_ key: DataKey) { cache.add(key) }

  func wrapContext(of entry: DataKeyEntry, for member: Member) -> SealingContext {
    Self.wrapContext(
      vault: verified.id, key: entry.id, compartment: entry.compartment, member: member)
  }

  static func wrapContext(
    vault: String, key: String, compartment: Compartment, member: Member
  ) -> SealingContext {
    SealingContext(
      vault: vault, purpose: .wrap, entityType: "member", entityID: member.name.text,
      field: member.keys.encryptionHex, environment: compartment.text, keyIdentifier: key)
  }

  // MARK: Values

  /// The value of an entry; a reference is followed to its credential.
  ///
  /// - Throws: `VaultRefusal` without a grant; `IntegrityError` if what is sealed does not open.
  package func reveal(_ entry: SealedEntry) throws -> Secret {
    switch entry.value {
    case .sealed(let sealed): return try open(sealed, of: entry)
    case .plain(let text) where entry.kind == .variable: return Secret(text)
    case .reference(let target) where entry.kind == .variable:
      return try reveal(credential(UUIDText.write(target), for: entry))
    case .unset:
      throw VaultRefusal(
        "\(entry.shownName) has no value yet", help: Self.helpForSetting(entry), kind: .value)
    case .destroyed:
      throw VaultRefusal("the value of \(entry.shownName) has been destroyed", kind: .value)
    case .plain, .reference, .unrecognized:
      throw VaultRefusal("\(entry.shownName) has no sealed value", kind: .value)
    }
  }

  /// The entry whose value is read when an entry is revealed: behind a reference, its credential.
  package func source(of entry: SealedEntry) throws -> SealedEntry {
    guard case .reference(let target) = entry.value else { return entry }
    return try credential(UUIDText.write(target), for: entry)
  }

  private static func helpForSetting(_ entry: SealedEntry) -> String {
    entry.kind == .credential
      ? "set it with `flyconf secrets set`" : "set it with `flyconf env set`"
  }

  private func credential(_ id: String, for entry: SealedEntry) throws -> SealedEntry {
    guard let target = verified.entries(.credential).first(where: { $0.id == id }) else {
      throw VaultRefusal(
        "\(entry.shownName) refers to a credential that does not exist",
        help: "run `flyconf validate`", kind: .value)
    }
    return target
  }

  private func open(_ sealed: SealedText, of entry: SealedEntry) throws -> Secret {
    guard let id = entry.id, let compartment = entry.compartment else {
      throw VaultRefusal(
        "\(entry.shownName) lacks what its value is bound to", kind: .circumstances)
    }
    guard member.mayReveal(compartment) else {
      throw VaultRefusal.noGrant(
        member, to: "reveal", entry.shownName, in: compartment, verified.manifest)
    }
    let context = verified.context(
      of: entry, id: id, environment: compartment.environment, key: sealed.keyIdentifier,
      revision: sealed.revision)
    do {
      return try dataKey(sealed.keyIdentifier).open(sealed.payload, context: context)
    } catch CryptographyError.notAuthentic {
      throw IntegrityError(faults: [Self.doesNotOpen(entry)])
    }
  }

  private static func doesNotOpen(_ entry: SealedEntry) -> VaultFault {
    VaultFault(
      .valueEdited, entry.name ?? "",
      "\(entry.shownName) does not open: whoever signed it did not seal it for this place",
      help: "restore the entry from git, and ask who signed it: `flyconf audit list`",
      at: .entry(entry.kind, index: entry.index, field: "encrypted_value"))
  }
}
