import DeployModel
import Documents

/// What commands say of one member.
struct MemberReport {
  let member: Member
  let since: Timestamp?
  /// The compartments that hold something and that the member can open.
  let compartments: [Compartment]

  init(_ member: Member, in vault: VerifiedVault) {
    self.member = member
    since = vault.state.timeOfJoining(member.name)
    compartments = Set(vault.manifest.keyring.map(\.compartment)).filter(member.mayReveal).sorted()
  }

  var role: String {
    if member.isRemoved { return "removed" }
    if member.isOwner { return "owner" }
    return member.isService ? "service" : "member"
  }

  /// What the member is cleared for, in words.
  var grants: String {
    if member.isRemoved { return "-" }
    if member.isOwner { return "everything" }
    return member.grants.isEmpty ? "nothing" : member.grants.map(\.text).joined(separator: " ")
  }

  /// The row of a table of members.
  var row: [String] {
    [
      member.name.text, role, grants, member.keys.fingerprint,
      since.map { "since \($0)" } ?? "-",
    ]
  }

  /// What the member has and can do, after a change.
  var text: String {
    let opened =
      compartments.isEmpty
      ? "nothing yet: nothing is sealed there"
      : compartments.map(\.text).joined(separator: ", ")
    return TextTable([
      ["role", role], ["cleared for", grants], ["can open", opened],
      ["fingerprint", member.keys.fingerprint],
    ]).text
  }

  var node: Node {
    var node: Node = .object([
      "name": Node(.string(member.name.text)),
      "role": Node(.string(role)),
      "grants": Node(.array(member.grants.map { Node(.string($0.text)) })),
      "fingerprint": Node(.string(member.keys.fingerprint)),
      "opens": Node(.array(compartments.map { Node(.string($0.text)) })),
    ])
    if let since { node.setMember("since", Node(.string(since.description))) }
    return node
  }
}
