/// Walks an object's members while the fields of a schema ask for theirs.
///
/// Fields mostly stand in declared order, so the next member is tried before a search.
package struct FieldReader {
  package var diagnostics: [Diagnostic] = []
  private let fields: [FieldDescription]
  private var fieldIndex = 0
  private let node: Node
  private let members: [Node.Member]
  private let isObject: Bool
  private var position = 0
  private var claimed = 0
  private var missing: [String] = []
  private var missingGenerated: [String] = []

  package init(_ fields: [FieldDescription], _ node: Node) {
    self.fields = fields
    self.node = node
    if case .object(let members) = node.value {
      self.members = members
      isObject = true
    } else {
      members = []
      isObject = false
      diagnostics.append(.wrongType(expected: "an object", found: node))
    }
  }

  /// Goes on to the next field of the schema.
  ///
  /// - Returns: The value in the document, else the default; nothing if the field is missing.
  package mutating func next() -> FieldContent {
    let field = fields[fieldIndex]
    fieldIndex += 1
    if let node = claim(field.key) { return .present(node) }
    guard isObject else { return .missing }
    switch field.presence {
    case .required:
      missing.append(field.key)
      return .missing
    case .defaulted(let standard): return .present(standard)
    case .generated:
      missingGenerated.append(field.key)
      return .absent
    case .optional, .annotation: return .absent
    }
  }

  private mutating func claim(_ key: String) -> Node? {
    if position < members.count, members[position].key.isExactly(key) {
      position += 1
      claimed += 1
      return members[position - 1].value
    }
    guard let index = members.firstIndex(where: { $0.key.isExactly(key) }) else { return nil }
    position = index + 1
    claimed += 1
    return members[index].value
  }

  /// Reports what no field asked for and what no member answered.
  package mutating func finish(
    annotations: [FieldDescription], excused: Set<String> = []
  ) {
    guard isObject else { return }
    if !excused.isEmpty { missing.removeAll { excused.contains($0) } }
    for annotation in annotations where claimed < members.count {
      if node.member(annotation.key) != nil { claimed += 1 }
    }
    let meant = claimed < members.count ? reportUnknown(fields + annotations) : []
    for key in missing where !meant.contains(key) { reportMissing(key) }
    for key in missingGenerated where !meant.contains(key) { reportMissingGenerated(key) }
  }

  /// - Returns: The keys that the unknown ones were probably meant to be.
  private mutating func reportUnknown(_ fields: [FieldDescription]) -> Set<String> {
    let keys = fields.map { $0.key }
    let absent = keys.filter { key in !members.contains { $0.key.isExactly(key) } }
    var meant: Set<String> = []
    for member in members where !keys.contains(where: { member.key.isExactly($0) }) {
      let nearest = Spelling.nearest(to: member.key, in: missing + absent)
      if let nearest { meant.insert(nearest) }
      let help =
        nearest.map { "did you mean '\($0)'?" }
        ?? "remove it; the fields are \(Spelling.list(keys))"
      diagnostics.append(
        Diagnostic(
          .unknownField, "unknown field \(Quoted(member.key))", help: help,
          at: member.keySpan))
    }
    return meant
  }

  private mutating func reportMissing(_ key: String) {
    diagnostics.append(
      Diagnostic(
        .missingField, "missing field '\(key)'",
        help: "add it; it holds: \(summary(of: key))", at: node.place))
  }

  private func summary(of key: String) -> String {
    fields.first { $0.key == key }?.summary ?? key
  }

  private mutating func reportMissingGenerated(_ key: String) {
    diagnostics.append(
      Diagnostic(
        .missingGeneratedField, "missing field '\(key)', which commands fill in",
        help: "add it; it holds: \(summary(of: key))", at: node.place, field: key))
  }
}

/// What a document has for a field.
package enum FieldContent {
  case present(Node)
  /// Nothing, and that is allowed.
  case absent
  /// Nothing, although there should be something.
  case missing
}
