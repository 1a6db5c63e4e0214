import Documents

/// The object around a list of entries: `{ "variables": [ … ] }`.
struct EntryList {
  let key: String

  /// The entries, or nothing after having reported why there are none.
  func entries(in root: Node, _ diagnostics: inout [Diagnostic]) -> [Node]? {
    var reader = FieldReader(fields, root)
    let content = reader.next()
    reader.finish(annotations: [.schemaReference])
    diagnostics += reader.diagnostics
    guard case .present(let node) = content else { return nil }
    guard case .array(let entries) = node.value else {
      diagnostics.append(.wrongType(expected: "an array", found: node))
      return nil
    }
    return entries
  }

  private var fields: [FieldDescription] {
    [FieldDescription(key, "The entries", .required, .list(.open([])))]
  }
}
