/// What was done to an entity, as the ledger records it.
package enum ChangeAction: String, CaseIterable, Sendable {
  // Entities: credentials and variables.
  case created, set, rotated, superseded, destroyed, removed, edited, resealed
  // Data keys.
  case keyCreated = "key_created"
  case keyWrapped = "key_wrapped"
  // Members. One who is added under a name that is there already has new keys.
  case memberAdded = "member_added"
  case memberRemoved = "member_removed"
  case grantsChanged = "grants_changed"
  /// An owner lets a change count that its author was no longer entitled to.
  case admitted
  case settingsChanged = "settings_changed"
  /// One of two records that were made at the same time has been chosen.
  case conflictResolved = "conflict_resolved"

  /// The types of entities that the action is for.
  var types: [RecordType] {
    switch self {
    case .created, .set, .rotated, .superseded, .destroyed, .removed, .edited, .resealed:
      [.credential, .variable]
    case .keyCreated, .keyWrapped: [.key]
    case .memberAdded, .memberRemoved, .grantsChanged: [.member]
    case .admitted: [.change]
    case .settingsChanged: [.settings]
    case .conflictResolved: [.credential, .variable, .member, .key, .settings]
    }
  }

  /// Whether the entity has another value afterwards, so that who knew the old one no longer
  /// knows it.
  package var changesValue: Bool {
    switch self {
    case .created, .set, .rotated: true
    default: false
    }
  }
}
