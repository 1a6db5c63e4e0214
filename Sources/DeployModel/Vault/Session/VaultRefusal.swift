/// Something that the vault does not do for the identity in use.
package struct VaultRefusal: Error, Hashable, Sendable {
  /// What stands in the way.
  package enum Kind: Hashable, Sendable {
    /// A key or a grant that the identity lacks.
    case right
    /// What was asked for makes no sense for this vault, whoever asks for it.
    case request
    /// There is no value, and so none to open.
    case value
    /// The machine, or files that somebody else has to mend.
    case circumstances
  }

  package var kind: Kind
  /// Lower case, no full stop; never a secret.
  package var message: String
  /// Who could grant it, or what to do.
  package var help: String?

  package init(_ message: String, help: String? = nil, kind: Kind = .right) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  static func noGrant(
    _ member: Member, to action: String, _ subject: String, in compartment: Compartment,
    _ manifest: VaultManifest
  ) -> VaultRefusal {
    let refusal = "'\(member.name)' may not \(action) \(subject)"
    let isChange = action == "change"
    if isChange, member.isService {
      return VaultRefusal(
        "\(refusal): it is a service, which can only read",
        help: "use the identity of a person: --identity FILE names one")
    }
    let owners = manifest.members.filter(\.mayManage).map { "'\($0.name)'" }
    let grant = Grant(for: compartment, isChange: isChange)
    let grants = member.grants.filter { !grant.includes($0) } + [grant]
    let options = grants.map { "--grant '\($0)'" }.joined(separator: " ")
    return VaultRefusal(
      "\(refusal): no grant covers '\(compartment)'",
      help: "ask an owner (\(owners.joined(separator: ", "))) for a grant: "
        + "`flyconf vault members grant \(member.name) \(options)`")
  }

  static func notAnOwner(_ member: Member, _ manifest: VaultManifest) -> VaultRefusal {
    let owners = manifest.members.filter(\.mayManage).map { "'\($0.name)'" }
    return VaultRefusal(
      "'\(member.name)' is no owner: members, keys and settings are for owners",
      help: "ask \(owners.joined(separator: " or "))")
  }
}
