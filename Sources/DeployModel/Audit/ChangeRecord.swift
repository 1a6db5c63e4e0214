import Documents

/// One entity touched by a change: what was done, and what the entity is afterwards.
package struct ChangeRecord: Sendable {
  package var action: ChangeAction
  package var type: RecordType
  package var id: String
  /// The entity's name for people: a service's name or a variable's key.
  package var name: String?
  /// One more than the revision before, also after a removal; the first is 1.
  package var revision: UInt64
  /// The entity's digest; nothing for what is gone, and for plain variables, which are free to
  /// edit.
  package var digest: Hash256?
  /// Tells an edited value from an edited field.
  package var valueMark: ValueMark?
  package var compartment: Compartment?
  package var reason: String?
  /// The member as it is from now on: whoever replays the ledger needs its keys and grants.
  package var member: Member?

  package init(
    _ action: ChangeAction, _ type: RecordType, _ id: String, name: String? = nil,
    revision: UInt64, digest: Hash256? = nil, valueMark: ValueMark? = nil,
    compartment: Compartment? = nil, reason: String? = nil, member: Member? = nil
  ) {
    self.action = action
    self.type = type
    self.id = id
    self.name = name
    self.revision = revision
    self.digest = digest
    self.valueMark = valueMark
    self.compartment = compartment
    self.reason = reason
    self.member = member
  }

  /// The reason of a rotation that brings the superseded value back: it makes nothing new, so
  /// that whoever knew the value knows it again.
  static let restoring = "previous value"

  package var key: EntityKey { EntityKey(type: type, id: id) }
}

/// What the ledger knows an entity by.
package struct EntityKey: Hashable, Sendable {
  package var type: RecordType
  package var id: String

  package init(type: RecordType, id: String) {
    self.type = type
    self.id = id
  }
}

extension ChangeRecord {
  /// Writes the record as a line of its change's file.
  func write(to line: inout JSONLineWriter) {
    line.add("action", action.rawValue)
    line.add("type", type.rawValue)
    line.add("id", id)
    if let name { line.add("name", name) }
    line.add("rev", revision)
    if let digest { line.add("digest", digest.hex) }
    if let valueMark { line.add("value", valueMark.hex) }
    if let compartment { line.add("compartment", compartment.text) }
    if let reason { line.add("reason", reason) }
    if let member { line.add("member", member.node) }
    line.endLine()
  }

  /// Takes a line apart; whether it is exactly as it is written is for the caller to compare.
  init?(_ line: inout JSONLineReader) {
    guard let action = line.text("action").flatMap(ChangeAction.init(rawValue:)),
      let type = line.text("type").flatMap(RecordType.init(rawValue:)),
      action.types.contains(type), let id = line.text("id"), !id.isEmpty
    else { return nil }
    let name = line.text("name")
    guard let revision = line.number("rev"), revision > 0 else { return nil }
    self.init(action, type, id, name: name, revision: revision)
    digest = line.text("digest").flatMap { Hash256(hex: $0) }
    valueMark = line.text("value").flatMap { ValueMark(hex: $0) }
    compartment = line.text("compartment").flatMap { Compartment($0) }
    reason = line.text("reason")
    member = line.last("member").flatMap { Member($0) }
    guard line.isAtEnd, isComplete else { return nil }
  }

  /// Whether the record has what its type and action need, and nothing else: what is judged as a
  /// change of a variable must not be able to say who is a member.
  private var isComplete: Bool { hasOnlyItsOwn && isNamedByItsType && hasWhatItNeeds }

  private var hasOnlyItsOwn: Bool {
    let isEntry = type.entityKind != nil
    return (member != nil) == (type == .member)
      && (compartment == nil || isEntry || type == .key) && (valueMark == nil || isEntry)
  }

  private var isNamedByItsType: Bool {
    switch type {
    case .credential, .variable: UUIDText.isCanonical(id)
    case .key: KeyIdentifier(id) != nil
    case .member: MemberName.isName(id)
    case .settings: id == VaultSettings().id
    case .change: Hash256(hex: id) != nil
    }
  }

  private var hasWhatItNeeds: Bool {
    switch type {
    case .credential, .variable:
      compartment != nil && compartment?.kind == type.entityKind
        && (action != .removed || digest == nil)
        && (type == .variable || action == .removed || digest != nil)
    // A key is made once: who may make the first one of a compartment must not exchange others.
    case .key: digest != nil && compartment != nil && (action != .keyCreated || revision == 1)
    case .member: digest != nil && member?.name.text == id && member?.digest == digest
    case .settings: digest != nil
    case .change: digest == nil
    }
  }
}
