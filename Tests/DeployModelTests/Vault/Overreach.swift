import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// What only owners, or people with a grant, may do.
enum Overreach: CaseIterable {
  case addMember, raiseOwnGrants, becomeOwner, removeMember, replaceKeys, changeSettings
  case rotateKeys, setValue, removeEntry, createEntry, moveEntryIn, moveEntryOut
}

/// Drafts it with an owner's rights.
func overreach(_ what: Overreach, _ draft: inout VaultDraft) throws {
  switch what {
  case .addMember:
    try draft.add(Member(MemberName("eve"), Identity.generate().publicKeys, isOwner: true))
  case .raiseOwnGrants: try draft.change("bob", grants: [Grant("admin:*:*")], isOwner: false)
  case .becomeOwner: try draft.change("bob", grants: [], isOwner: true)
  case .removeMember: try draft.removeMember("carol")
  case .replaceKeys:
    try draft.replaceKeys(of: "anna", with: Identity.generate().publicKeys, isStolen: true)
  case .changeSettings:
    var settings = draft.manifest.settings
    settings.keep = 0
    try draft.change(settings)
  case .rotateKeys: try draft.rotateAllKeys()
  case .setValue: try put(&draft, "stripe", "production", "set") { _ in }
  case .removeEntry: try draft.remove(entry(draft, "stripe", "production"))
  case .createEntry:
    let node = VaultFixture.credential(
      "paypal", "production", category: "payment", level: "read_only")
    try draft.put(node, .credential, over: nil, value: .secret(Secret("pp")), .created)
  case .moveEntryIn:
    try put(&draft, "stripe", "production", "edited") { $0.setMember("environment", "staging") }
  case .moveEntryOut:
    try put(&draft, "resend", "staging", "edited") { $0.setMember("access_level", "admin") }
  }
}

private func entry(
  _ draft: VaultDraft, _ name: String, _ environment: String
) throws -> SealedEntry {
  try #require(
    draft.vault.verified.entries(.credential).first {
      $0.name == name && $0.node["environment"]?.text == environment
    })
}

func put(
  _ draft: inout VaultDraft, _ name: String, _ environment: String, _ action: String,
  _ body: (inout Node) -> Void
) throws {
  let entry = try entry(draft, name, environment)
  var node = entry.node
  body(&node)
  try draft.put(
    node, .credential, over: entry, value: .secret(Secret("x")),
    #require(ChangeAction(rawValue: action)))
}
