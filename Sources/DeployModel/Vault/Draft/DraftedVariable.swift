import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What is said of a variable besides its value; what is left out stays as it is.
package struct VariableFields: Sendable {
  package var category: VariableCategory?
  package var description: String?
  /// Whether a deployment can do without it; a new variable is needed if its category says so.
  package var isOptional: Bool

  package init(
    category: VariableCategory? = nil, description: String? = nil, isOptional: Bool = false
  ) {
    self.category = category
    self.description = description
    self.isOptional = isOptional
  }
}

extension VaultDraft {
  /// A variable that was not there before.
  ///
  /// - Parameter value: Secret, plain, or a reference to a credential.
  package mutating func createVariable(
    _ key: VariableKey, in environment: EnvironmentName, _ fields: VariableFields,
    value: DraftedValue, id: UUID
  ) throws {
    try put(newVariable(key, in: environment, fields, value: value, id: id))
  }

  /// A variable that was not there before, which is yet to be put.
  func newVariable(
    _ key: VariableKey, in environment: EnvironmentName, _ fields: VariableFields,
    value: DraftedValue, id: UUID
  ) throws(MalformedValue) -> EntryEdit {
    guard let category = fields.category else {
      throw MalformedValue(
        "a new variable needs a category",
        help: "one of \(Spelling.list(VariableCategory.allCases.map(\.rawValue)))")
    }
    try Self.checkMayBePlain(value, category, key.text)
    let policy = VariablePolicy(for: category)
    var members: [Node.Member] = [
      .init("id", UUIDText.write(id)), .init("key", key.text),
      // The place of the value, until it is sealed.
      .init("encrypted_value", StoredValue.unset.text), .init("environment", environment.rawValue),
      .init(key: "is_secret", value: Node(.bool(!value.isPlain))),
      .init("category", category.rawValue),
    ]
    if let description = fields.description { members.append(.init("description", description)) }
    let isRequired = policy.required && !fields.isOptional
    members.append(.init(key: "required", value: Node(.bool(isRequired))))
    let now = time.description
    members += [.init("created_at", now), .init("updated_at", now)]
    let node = Node(.object(members))
    return EntryEdit(.variable, node, over: nil, value: value, .created)
  }

  /// Gives a variable a value and fields; nothing is recorded where nothing changes.
  ///
  /// Whether it is secret follows from the value alone, never from what the file says: a mark
  /// that someone has edited cannot make a secret plain. Where nothing changes, it takes the same
  /// grants.
  ///
  /// - Parameter newID: The id for an entry that has none yet.
  package mutating func setVariable(
    _ entry: SealedEntry, _ fields: VariableFields, value: DraftedValue, newID: UUID
  ) throws {
    try checkMayChange(entry)
    if let edit = try changedVariable(entry, fields, value: value, newID: newID) { try put(edit) }
  }

  /// A variable with another value or other fields, which is yet to be put; nothing where nothing
  /// changes.
  func changedVariable(
    _ entry: SealedEntry, _ fields: VariableFields, value: DraftedValue, newID: UUID
  ) throws -> EntryEdit? {
    if !value.isPlain, fields.category == nil { try checkPlace(of: entry) }
    var node = entry.node
    if let category = fields.category {
      node.setMember("category", Node(.string(category.rawValue)))
    }
    if let description = fields.description {
      node.setMember("description", Node(.string(description)))
    }
    if fields.isOptional { node.setMember("required", false) }
    if let category = node["category"]?.text.flatMap(VariableCategory.init(rawValue:)) {
      try Self.checkMayBePlain(value, category, entry.name ?? "")
    }
    mark(&node, isSecret: !value.isPlain)
    let isSameValue = try isPresent(value, of: entry)
    if isSameValue, node.isEqual(to: entry.node) { return nil }
    if entry.id == nil { node.setMember("id", Node(.string(UUIDText.write(newID)))) }
    let now = Node(.string(time.description))
    if node["created_at"] == nil { node.setMember("created_at", now) }
    node.setMember("updated_at", now)
    let isKnown = state.history(.variable, entry.id ?? "") != nil
    let action: ChangeAction = isKnown ? (isSameValue ? .edited : .set) : .created
    return EntryEdit(.variable, node, over: entry, value: value, action)
  }

  // MARK: Parts

  /// Refuses to seal where the file alone says that an entry belongs.
  ///
  /// What is plain is free to edit, so whoever edits its category would choose who can open what
  /// is sealed there next: where the ledger knows another place, the command line says which.
  private func checkPlace(of entry: SealedEntry) throws(VaultRefusal) {
    guard let known = state.history(.variable, entry.id ?? "")?.last?.record.compartment,
      let present = entry.compartment, known != present
    else { return }
    throw VaultRefusal(
      "\(entry.shownName) was recorded in '\(known)', and the file says '\(present)'",
      help: "say which category is meant: --category \(known.category) or "
        + "--category \(present.category)", kind: .request)
  }

  /// A variable is secret unless the field says otherwise, so that `true` need not be written.
  private func mark(_ node: inout Node, isSecret: Bool) {
    if isSecret, node["is_secret"] == nil { return }
    node.setMember("is_secret", Node(.bool(isSecret)))
  }

  private func isPresent(_ value: DraftedValue, of entry: SealedEntry) throws -> Bool {
    switch (value, entry.value) {
    case (.secret(let secret), .sealed): try vault.reveal(entry) == secret
    case (.plain(let text), .plain(let present)): text.utf8.elementsEqual(present.utf8)
    case (.reference(let id), .reference(let present)): id == present
    default: false
    }
  }

  private static func checkMayBePlain(
    _ value: DraftedValue, _ category: VariableCategory, _ key: String
  ) throws(MalformedValue) {
    guard value.isPlain, VariablePolicy(for: category).isSecret else { return }
    throw MalformedValue(
      "\(Quoted(key)) has the category '\(category.rawValue)', whose values are secret",
      help: "leave out --plain, or give what anyone may know --category system")
  }
}

extension DraftedValue {
  var isPlain: Bool {
    if case .plain = self { true } else { false }
  }
}
