import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension VaultDraft {
  /// The day on which the change is made, in UTC.
  package var today: CalendarDate { CalendarDate(time) }

  /// A credential that was not there before, made today.
  ///
  /// Its type, its priority, the day of its rotation and who may reveal it follow from its
  /// category and environment where they are not said.
  ///
  /// Source: data model, "Credential Categories and Rotation Schedules".
  package mutating func createCredential(
    _ service: String, in environment: EnvironmentName, _ fields: CredentialFields,
    value: Secret, id: UUID
  ) throws {
    try put(newCredential(service, in: environment, fields, value: value, id: id))
  }

  /// A credential that was not there before, which is yet to be put.
  func newCredential(
    _ service: String, in environment: EnvironmentName, _ fields: CredentialFields,
    value: Secret, id: UUID
  ) throws(MalformedValue) -> EntryEdit {
    guard let category = fields.category else {
      throw MalformedValue(
        "a new credential needs a category",
        help: "one of \(Spelling.list(ServiceCategory.allCases.map(\.rawValue)))")
    }
    try Self.checkHasNoNUL(value)
    var fields = fields
    let policy = RotationPolicy(for: category, in: environment)
    fields.type = fields.type ?? (category == .database ? .connectionString : .apiKey)
    fields.accessLevel = fields.accessLevel ?? policy.accessLevel
    let priority = fields.priority ?? policy.priority
    fields.priority = priority
    var node: Node = .object([
      "id": Node(.string(UUIDText.write(id))), "service_name": Node(.string(service)),
      "environment": Node(.string(environment.rawValue)),
      "created_date": Node(.string(today.description)),
      "next_rotation": Node(.string(today.adding(days: priority.longestSchedule).description)),
    ])
    fields.apply(to: &node)
    return EntryEdit(.credential, node, over: nil, value: .secret(value), .created)
  }

  /// Corrects a credential's value and fields; its dates stay.
  ///
  /// Nothing is recorded where nothing changes, which takes the same grants.
  ///
  /// - Parameters:
  ///   - value: The value it is to have; without one it keeps the value it has.
  ///   - newID: The id for an entry that has none yet.
  /// - Throws: `MalformedValue` if there is no value to keep; `VaultRefusal` without a grant, or
  ///   if the file offers what the ledger does not know yet to more people than its category does.
  package mutating func setCredential(
    _ entry: SealedEntry, _ fields: CredentialFields, value: Secret?, newID: UUID
  ) throws {
    try checkMayChange(entry)
    if let edit = try changedCredential(entry, fields, value: value, newID: newID) { try put(edit) }
  }

  /// A credential with another value or other fields, which is yet to be put; nothing where
  /// nothing changes.
  func changedCredential(
    _ entry: SealedEntry, _ fields: CredentialFields, value: Secret?, newID: UUID
  ) throws -> EntryEdit? {
    var node = entry.node
    fields.apply(to: &node)
    let isKnown = state.history(.credential, entry.id ?? "") != nil
    if !isKnown { try settleLevel(of: entry, fields, &node) }
    let present = try presentValue(of: entry)
    guard let value = value ?? present else {
      throw MalformedValue(
        "\(entry.shownName) has no value yet that it could keep",
        help: "give it one: leave out --same-value")
    }
    let isSameValue = value == present
    if !isSameValue {
      try Self.checkHasNoNUL(value)
      try checkIsNotSuperseded(value, entry)
    }
    if isSameValue, node.isEqual(to: entry.node) { return nil }
    if entry.id == nil { node.setMember("id", Node(.string(UUIDText.write(newID)))) }
    let action: ChangeAction = isKnown ? (isSameValue ? .edited : .set) : .created
    return EntryEdit(.credential, node, over: entry, value: .secret(value), action)
  }

  /// Takes a credential away with every record that it has superseded.
  ///
  /// - Returns: How many superseded records went with it.
  @discardableResult
  package mutating func removeCredential(_ entry: SealedEntry) throws -> Int {
    let chain = vault.verified.credentials.superseded(by: entry)
    for record in [entry] + chain { try remove(record) }
    return chain.count
  }

  // MARK: Parts

  /// Refuses a value that no program could be given: credentials are for variables to refer to.
  static func checkHasNoNUL(_ value: Secret) throws(MalformedValue) {
    guard value.withBytes({ $0.contains(0) }) else { return }
    throw MalformedValue(
      "the value has a NUL, which no environment variable can hold",
      help: "seal it as base64, and have the program that uses it decode it")
  }

  /// The value that an entry has, if it is sealed.
  func presentValue(of entry: SealedEntry) throws -> Secret? {
    guard case .sealed = entry.value else { return nil }
    return try vault.reveal(entry)
  }

  /// The access level of an entry that no signature vouches for yet.
  ///
  /// Whoever edits the file could have lowered it so that more people hold the key of what is
  /// sealed next: only a level that is given with the value may be below the category's.
  private func settleLevel(
    of entry: SealedEntry, _ fields: CredentialFields, _ node: inout Node
  ) throws {
    guard fields.accessLevel == nil,
      let category = node["service_category"]?.text.flatMap(ServiceCategory.init(rawValue:)),
      let environment = entry.environment
    else { return }
    let expected = RotationPolicy(for: category, in: environment).accessLevel
    let level: AccessLevel? = entry.word("access_level")
    guard let level else {
      return node.setMember("access_level", Node(.string(expected.rawValue)))
    }
    guard level >= expected else {
      throw VaultRefusal(
        "\(entry.shownName) has the access level '\(level.rawValue)' in the file, which is below "
          + "'\(expected.rawValue)' of its category '\(category.rawValue)'",
        help: "if it is meant, say so with --access-level \(level.rawValue)", kind: .request)
    }
  }
}
