package import Documents

/// What owners decide for the whole vault.
package struct VaultSettings: Hashable, Sendable {
  /// How many superseded values of a credential are kept, 0 to 100.
  package var keep = 3
  /// Whether the logs of reads are kept in git.
  package var areReadsTracked = false
  /// Whether demo identities, which everyone has, are accepted.
  package var isDemo = false

  package init() {}
}

extension VaultSettings: VaultEntity {
  package static let type = RecordType.settings

  package static let fields = [
    FieldDescription("keep", "How many superseded values are kept", .required, .integer()),
    FieldDescription("reads", "Whether logs of reads are tracked", .optional, .string()),
    FieldDescription("demo", "Whether demo identities are accepted", .optional, .boolean),
  ]

  package var id: String { "settings" }

  package var node: Node {
    var members = [Node.Member(key: "keep", value: Node(integerLiteral: keep))]
    if areReadsTracked { members.append(.init("reads", "tracked")) }
    if isDemo { members.append(.init(key: "demo", value: true)) }
    return Node(.object(members))
  }

  package init?(extracting node: Node) {
    guard case .number(let number) = node["keep"]?.value, let keep = number.integer,
      0...100 ~= keep
    else { return nil }
    self.keep = keep
    areReadsTracked = node["reads"] != nil
    isDemo = node["demo"] != nil
  }
}
