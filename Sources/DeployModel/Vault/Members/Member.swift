package import Documents

/// Someone who holds keys of a vault: a person, or a service such as a CI system.
///
/// Members that have left stay, marked as removed, so that what they once signed can be checked.
package struct Member: Hashable, Sendable {
  package var name: MemberName
  /// The keys that wraps are made for and signatures are checked with.
  package var keys: PublicKeys
  package var grants: [Grant] = []
  /// Manages members, keys and settings, and holds every compartment.
  package var isOwner = false
  /// Can only read: CI systems and containers.
  package var isService = false
  package var isRemoved = false
  /// Signing keys that the member has given up without their being stolen: what they signed at
  /// the same time on another branch still counts.
  package var formerSigningKeys: [String] = []

  package init(
    _ name: MemberName, _ keys: PublicKeys, grants: [Grant] = [], isOwner: Bool = false,
    isService: Bool = false
  ) {
    self.name = name
    self.keys = keys
    self.grants = grants
    self.isOwner = isOwner
    self.isService = isService
  }

  /// Whether the member may see what is sealed in a compartment, and so holds its keys.
  package func mayReveal(_ compartment: Compartment) -> Bool {
    !isRemoved && (isOwner || grants.contains { $0.reveals(compartment) })
  }

  /// Whether the member may change what is sealed in a compartment.
  package func mayChange(_ compartment: Compartment) -> Bool {
    !isRemoved && !isService && (isOwner || grants.contains { $0.allowsChanging(compartment) })
  }

  /// Whether the member may manage members, keys and settings.
  package var mayManage: Bool { isOwner && !isRemoved && !isService }
}

extension Member: VaultEntity {
  package static let type = RecordType.member

  package static let fields = [
    FieldDescription("name", "Name, never given to another", .required, .string()),
    FieldDescription("encryption_key", "X25519 public key", .required, .string()),
    FieldDescription("signing_key", "Ed25519 public key", .required, .string()),
    FieldDescription("grants", "What the member is cleared for", .required, .list(.string())),
    FieldDescription("owner", "Manages members, keys and settings", .optional, .boolean),
    FieldDescription("service", "Can only read", .optional, .boolean),
    FieldDescription("removed", "Has left", .optional, .boolean),
    FieldDescription(
      "former_signing_keys", "Keys given up, not stolen", .optional, .list(.string())),
  ]

  package var id: String { name.text }

  package var node: Node {
    var members: [Node.Member] = [
      .init("name", name.text), .init("encryption_key", keys.encryptionHex),
      .init("signing_key", keys.signingHex), .init("grants", grants.map(\.text)),
    ]
    if isOwner { members.append(.init(key: "owner", value: true)) }
    if isService { members.append(.init(key: "service", value: true)) }
    if isRemoved { members.append(.init(key: "removed", value: true)) }
    if !formerSigningKeys.isEmpty {
      members.append(.init("former_signing_keys", formerSigningKeys))
    }
    return Node(.object(members))
  }

  package init?(extracting node: Node) {
    guard let text = node["name"]?.text, let name = try? MemberName(text),
      let encryption = node["encryption_key"]?.text, let signing = node["signing_key"]?.text,
      let keys = PublicKeys(encryptionHex: encryption, signingHex: signing), keys.canReceive
    else { return nil }
    let grants = (node["grants"]?.elements ?? []).map { $0.text.flatMap { try? Grant($0) } }
    guard !grants.contains(nil) else { return nil }
    self.init(name, keys, grants: grants.compactMap(\.self))
    isOwner = node["owner"] != nil
    isService = node["service"] != nil
    isRemoved = node["removed"] != nil
    formerSigningKeys = node["former_signing_keys"]?.elements.compactMap(\.text) ?? []
  }
}
