import DeployModel
import Documents

/// What lists say of one entry besides its own fields; it needs no key.
struct EntryState {
  let entry: SealedEntry
  private let vault: VerifiedVault

  init(_ entry: SealedEntry, _ vault: VerifiedVault) {
    self.entry = entry
    self.vault = vault
  }

  /// The form of the value, in a word.
  var form: String {
    switch entry.value {
    case .sealed: "sealed"
    case .plain: "plain"
    case .reference(let id): "ref:\(referenceName(UUIDText.write(id)))"
    case .unset: "unset"
    case .destroyed: "destroyed"
    case .unrecognized: "unreadable"
    }
  }

  private func referenceName(_ id: String) -> String {
    vault.entries(.credential).first { $0.id == id }?.name ?? id
  }

  private var lastChange: EntityHistory.ValueChange? {
    entry.id.flatMap { vault.state.history(RecordType(entry.kind), $0) }?.lastValueChange
  }

  /// The day of the last change of its value, by the ledger.
  var changed: String? { lastChange.map { CalendarDate($0.time).description } }

  /// Who made that change.
  var author: String? { lastChange?.author.text }

  /// What a member may do with it.
  func right(of member: Member) -> String {
    guard let compartment = entry.compartment else { return "-" }
    if member.mayChange(compartment) { return "change" }
    return member.mayReveal(compartment) ? "reveal" : "-"
  }
}

extension Context {
  /// The member that the user's identity is, for what is only shown: nobody is asked for a
  /// passphrase, and what is wrong with an identity is for other commands to say.
  func memberIfKnown(_ options: IdentityOptions, _ vault: VerifiedVault) -> Member? {
    guard let found = try? IdentitySearch.findIfAny(options, self) else { return nil }
    switch found.text.identity {
    case .plain(let identity), .demo(let identity):
      return vault.manifest.member(with: identity.publicKeys)
    case .locked: return nil
    }
  }
}
