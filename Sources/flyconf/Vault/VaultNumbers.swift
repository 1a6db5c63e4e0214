import DeployModel
import Documents

/// How much a vault holds.
struct VaultNumbers {
  let id: String?
  let changes: Int
  let sealedValues: Int
  /// Entries without a value.
  let unsetValues: Int
  /// Members who have not left.
  let members: Int

  init(_ verification: VaultVerification) {
    self.init(verification.manifest, verification.files, verification.state)
  }

  init(_ vault: VerifiedVault) { self.init(vault.manifest, vault.files, vault.state) }

  private init(_ manifest: VaultManifest?, _ files: VaultFiles, _ state: LedgerState) {
    let values = EntityKind.allCases.flatMap { files.snapshot.sealedEntries($0) ?? [] }
      .map(\.value)
    id = manifest?.id.hex
    changes = state.changeCount
    sealedValues = values.count { if case .sealed = $0 { true } else { false } }
    unsetValues = values.count { if case .unset = $0 { true } else { false } }
    members = manifest?.members.count { !$0.isRemoved } ?? 0
  }

  var text: String {
    "\(Counted(changes, "change")), \(Counted(sealedValues, "sealed value")), "
      + "\(Counted(members, "member"))"
  }

  /// Adds the numbers to an object.
  func add(to node: inout Node) {
    if let id { node.setMember("vault", Node(.string(id))) }
    node.setMember("changes", Node(integerLiteral: changes))
    node.setMember("sealed_values", Node(integerLiteral: sealedValues))
    node.setMember("unset_values", Node(integerLiteral: unsetValues))
    node.setMember("members", Node(integerLiteral: members))
  }
}
