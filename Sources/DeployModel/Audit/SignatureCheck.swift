/// Checks who signed a change.
struct SignatureCheck {
  private let state: LedgerState

  init(_ state: LedgerState) { self.state = state }

  /// Whether the change bears the signature of its author, with the keys of its own past.
  ///
  /// An author who was no member then has been reported; there is nothing to check with.
  func isSigned(_ signed: SignedChange, at position: Int) -> Bool {
    let keys = signingKeys(of: signed, position)
    return keys.isEmpty
      || keys.contains { key in
        (try? VerifyingKey(key))?.isValid(signed.signature, for: signed.message) ?? false
      }
  }

  static func fault(_ signed: SignedChange) -> VaultFault {
    .inChange(
      .changeAltered, signed.fileName,
      "is not signed by '\(signed.change.author)', whose name it bears",
      help: "someone else has written it: find out who, and restore the folder from git")
  }

  /// The keys that the author had when the change was made.
  func signingKeys(of signed: SignedChange, _ position: Int) -> [[UInt8]] {
    if signed.change.isFounding {
      let founder = signed.change.records.compactMap(\.member).filter {
        $0.name == signed.change.author
      }
      return founder.map(\.keys.signing)
    }
    let states = state.members[signed.change.author.text]?.states(at: position, state.graph) ?? []
    return states.map(\.keys.signing)
  }
}
