import DeployModel
import Documents

/// All fields of one credential or variable; of a sealed value only that it is one.
struct EntryDetails {
  /// The command's name in its format, such as `secrets-show`.
  private let command: String
  private let state: EntryState

  init(command: String, _ state: EntryState) {
    self.command = command
    self.state = state
  }

  /// Prints the fields.
  ///
  /// - Parameter value: The value, for programs that have asked for it.
  func show(with value: ReleasedValue? = nil, in context: Context) throws {
    guard context.options.format.isMachine else {
      return try context.console.out(
        TextTable(fields.map { [$0.key, $0.node.text ?? JSONWriter.line($0.node)] }).text)
    }
    var members = [
      Node.Member(key: "format", value: Node(.string("flyconf.\(command)/1")))
    ]
    members += fields.map { Node.Member(key: $0.key, value: $0.node) }
    if let value { members.append(value.member) }
    let text = JSONWriter.document(Node(.object(members)))
    try value == nil ? context.console.out(text) : context.console.out(secretly: text)
  }

  private var fields: [(key: String, node: Node)] {
    let entry = state.entry
    let shape = entry.kind.file.shape
    var fields = shape.fields.compactMap { field -> (key: String, node: Node)? in
      if case .annotation = field.presence { return nil }
      guard let node = entry.node[field.key] else { return nil }
      if field.key == "encrypted_value" { return ("state", Node(.string(state.form))) }
      let value = EffectiveEntity.Value(key: field.key, node: node, origin: .standard)
      return (field.key, value.shownNode)
    }
    if let changed = state.changed { fields.append(("changed", Node(.string(changed)))) }
    if let author = state.author { fields.append(("changed_by", Node(.string(author)))) }
    return fields
  }
}
