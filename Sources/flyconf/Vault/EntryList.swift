import DeployModel
import Documents

/// A list of credentials or variables: a table for people, objects for programs.
struct EntryList {
  /// A column: its title, its key, and what stands in it; nothing where it does not apply.
  struct Column {
    var title: String
    var key: String
    var text: (EntryState) -> String?

    init(_ title: String, _ key: String, _ text: @escaping (EntryState) -> String?) {
      self.title = title
      self.key = key
      self.text = text
    }

    /// A column for a field of the entry.
    static func field(_ title: String, _ key: String) -> Column {
      Column(title, key) { $0.entry.node[key]?.text }
    }
  }

  /// The list's name in its format, such as `secrets-list`, and the key of the objects.
  var command: String
  var key: String
  var columns: [Column]

  func show(_ states: [EntryState], in context: Context) throws {
    guard !context.options.format.isMachine else {
      return try context.console.out(
        JSONWriter.document(
          .object([
            "format": Node(.string("flyconf.\(command)/1")),
            key: Node(.array(states.map(node))),
          ])))
    }
    guard !states.isEmpty else {
      return context.options.isQuiet ? () : context.console.note("no \(key) there")
    }
    let rows = states.map { state in columns.map { $0.text(state) ?? "-" } }
    try context.console.out(TextTable([columns.map(\.title)] + rows).text)
  }

  private func node(_ state: EntryState) -> Node {
    var members: [Node.Member] = []
    if let id = state.entry.id { members.append(.init(key: "id", value: Node(.string(id)))) }
    for column in columns {
      guard let text = column.text(state) else { continue }
      members.append(.init(key: column.key, value: Node(.string(text))))
    }
    return Node(.object(members))
  }
}
