package import Documents

/// A data key in the keyring: its name, its compartment, and one wrap for each who may have it.
package struct DataKeyEntry: Hashable, Sendable {
  package var identifier: KeyIdentifier
  package var compartment: Compartment
  package var createdAt: Timestamp
  /// The wraps in the order of the members' names.
  package var wraps: [KeyWrap]

  package init(
    _ identifier: KeyIdentifier, _ compartment: Compartment, createdAt: Timestamp,
    wraps: [KeyWrap]
  ) {
    self.identifier = identifier
    self.compartment = compartment
    self.createdAt = createdAt
    self.wraps = wraps
  }

  package func wrap(for member: MemberName) -> KeyWrap? {
    wraps.first { $0.member == member }
  }
}

extension DataKeyEntry: VaultEntity {
  package static let type = RecordType.key

  package static let fields = [
    FieldDescription("kid", "Name of the key", .required, .string()),
    FieldDescription("compartment", "What the key seals", .required, .string()),
    FieldDescription("created_at", "When it was made", .required, .string(format: "date-time")),
    FieldDescription("wraps", "The key, sealed for each member", .required, .list(.open([]))),
  ]

  package var id: String { identifier.text }

  package var node: Node {
    Node(
      .object([
        .init("kid", identifier.text), .init("compartment", compartment.text),
        .init("created_at", createdAt.description),
        Node.Member(key: "wraps", value: Node(.array(wraps.map(\.node)))),
      ]))
  }

  package init?(extracting node: Node) {
    guard let identifier = node["kid"]?.text.flatMap({ KeyIdentifier($0) }),
      let compartment = node["compartment"]?.text.flatMap({ Compartment($0) }),
      let createdAt = node["created_at"]?.text.flatMap(Timestamp.parsed)
    else { return nil }
    let wraps = (node["wraps"]?.elements ?? []).map(KeyWrap.init(extracting:))
    guard !wraps.contains(nil) else { return nil }
    self.init(identifier, compartment, createdAt: createdAt, wraps: wraps.compactMap(\.self))
  }
}
