package import Documents

/// What `vault.json` holds: who the members are, and the data keys wrapped for them.
///
/// The file changes only when members, keys or settings do, and says nothing that the ledger has
/// not signed: every part of it is compared with the digest of its last record.
package struct VaultManifest: Sendable {
  package static let fileName = "vault.json"
  static let format = "flyconf.vault/1"

  /// The hash of the founding change.
  package var id: Hash256
  package var settings: VaultSettings
  /// Members in the order of joining, those that have left among them.
  package var members: [Member]
  /// Data keys in the order of their making.
  package var keyring: [DataKeyEntry]

  package init(
    id: Hash256, settings: VaultSettings, members: [Member], keyring: [DataKeyEntry] = []
  ) {
    self.id = id
    self.settings = settings
    self.members = members
    self.keyring = keyring
  }

  package func member(_ name: String) -> Member? { members.first { $0.name.text == name } }

  /// The member whose keys these are and who has not left.
  package func member(with keys: PublicKeys) -> Member? {
    members.first { $0.keys == keys && !$0.isRemoved }
  }

  package func key(_ identifier: String) -> DataKeyEntry? {
    keyring.first { $0.identifier.text == identifier }
  }

  /// The members who may open what is sealed in a compartment, in the order of their names.
  package func recipients(of compartment: Compartment) -> [Member] {
    members.filter { $0.mayReveal(compartment) }.sorted { $0.name < $1.name }
  }
}

extension VaultManifest {
  package var node: Node {
    .object([
      "format": Node(.string(Self.format)), "vault": Node(.string(id.hex)),
      "settings": settings.node, "members": Node(.array(members.map(\.node))),
      "keyring": Node(.array(keyring.map(\.node))),
    ])
  }

  package var text: String { JSONWriter.document(node) }

  /// Reads the file; anything in it but white space that is not as it is written is a fault.
  package static func read(_ source: SourceText) throws(VaultFault) -> VaultManifest {
    var diagnostics: [Diagnostic] = []
    let root = JSONReader.read(source, &diagnostics)
    guard let root, diagnostics.isEmpty else {
      throw .malformedManifest(diagnostics.first?.message ?? "it cannot be read", source)
    }
    guard source.bytes.first == UInt8(ascii: "{") else {
      throw .malformedManifest("something stands before its first '{'", source)
    }
    guard root["format"]?.text == format else {
      throw .malformedManifest("its format is not '\(format)'", source)
    }
    guard let id = root["vault"]?.text.flatMap({ Hash256(hex: $0) }) else {
      throw .malformedManifest("it has no vault id of 64 hexadecimal digits", source)
    }
    guard let settings = root["settings"].flatMap({ VaultSettings($0) }) else {
      throw .malformedManifest("its settings are not as flyconf writes them", source)
    }
    let manifest = VaultManifest(
      id: id, settings: settings, members: try list(root, "members", source),
      keyring: try list(root, "keyring", source))
    guard root.members.count == 5 else {
      throw .malformedManifest("it has a field that flyconf does not write", source)
    }
    try manifest.checkUnique(source)
    return manifest
  }

  private static func list<Entity: VaultEntity>(
    _ root: Node, _ key: String, _ source: SourceText
  ) throws(VaultFault) -> [Entity] {
    guard case .array(let elements) = root[key]?.value else {
      throw .malformedManifest("it has no list '\(key)'", source)
    }
    var entities: [Entity] = []
    for (index, element) in elements.enumerated() {
      guard let entity = Entity(element) else {
        throw .malformedManifest("\(key)[\(index)] is not as flyconf writes it", source)
      }
      entities.append(entity)
    }
    return entities
  }

  private func checkUnique(_ source: SourceText) throws(VaultFault) {
    var names: Set<MemberName> = []
    for member in members where !names.insert(member.name).inserted {
      throw .malformedManifest("the member '\(member.name)' stands twice", source)
    }
    var identifiers: Set<KeyIdentifier> = []
    for key in keyring where !identifiers.insert(key.identifier).inserted {
      throw .malformedManifest("the key '\(key.identifier)' stands twice", source)
    }
  }
}
