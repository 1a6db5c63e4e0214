package import Documents

/// A part of `vault.json` that the ledger knows by a digest: a member, a data key, the settings.
///
/// Each has exactly one text: what is read is taken apart, written again, and must be the same.
/// So unknown, doubled and missing fields and other forms of a value are all refused by one rule.
package protocol VaultEntity: Sendable {
  static var type: RecordType { get }
  static var fields: [FieldDescription] { get }
  var id: String { get }
  var node: Node { get }
  /// Takes an object apart, or gives nil if something that is needed is not there.
  init?(extracting node: Node)
}

extension VaultEntity {
  /// Reads an object that is exactly as it is written.
  init?(_ node: Node) {
    guard let value = Self(extracting: node), value.node.isEqual(to: node) else { return nil }
    self = value
  }

  /// The digest that the ledger's records hold.
  package var digest: Hash256 {
    EntityDigest.of(node, type: Self.type.rawValue, id: id, CoveredFields(of: Self.fields))
  }
}

extension Node.Member {
  /// A member whose value is a text.
  package init(_ key: String, _ text: String) { self.init(key: key, value: Node(.string(text))) }

  init(_ key: String, _ texts: [String]) {
    self.init(key: key, value: Node(.array(texts.map { Node(.string($0)) })))
  }
}
