/// What a record of the ledger is about.
package enum RecordType: String, CaseIterable, Sendable {
  case credential, variable, member, key, settings
  /// Another change, which an owner admits.
  case change

  /// The kind of sealed entity, if it is one.
  package var entityKind: EntityKind? { EntityKind(rawValue: rawValue) }

  package init(_ kind: EntityKind) { self = kind == .credential ? .credential : .variable }
}
