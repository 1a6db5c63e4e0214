/// What a sealed text is bound to: it opens only under the very context it was sealed under.
///
/// A value that is moved to another entity, environment, vault or revision therefore does not
/// open there. Fields that do not apply are empty, and the revision is 0.
package struct SealingContext: Hashable, Sendable {
  /// What the sealed bytes are.
  package enum Purpose: String, Sendable, CaseIterable {
    case value, wrap, identity, backup
  }

  /// The vault's id as 64 hexadecimal digits; empty for what belongs to no vault.
  package var vault: String
  package var purpose: Purpose
  package var entityType: String
  package var entityID: String
  package var field: String
  package var environment: String
  package var keyIdentifier: String
  package var revision: UInt64

  package init(
    vault: String, purpose: Purpose, entityType: String = "", entityID: String = "",
    field: String = "", environment: String = "", keyIdentifier: String = "",
    revision: UInt64 = 0
  ) {
    self.vault = vault
    self.purpose = purpose
    self.entityType = entityType
    self.entityID = entityID
    self.field = field
    self.environment = environment
    self.keyIdentifier = keyIdentifier
    self.revision = revision
  }

  /// The bytes that enter the derivation of the sealing key.
  package var bytes: [UInt8] {
    var fields = FieldBytes()
    for text in [
      vault, purpose.rawValue, entityType, entityID, field, environment, keyIdentifier,
      String(revision),
    ] {
      fields.append(text)
    }
    return fields.bytes
  }
}
