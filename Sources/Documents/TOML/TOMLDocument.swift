/// A TOML document that was read without a mistake: its value, and how it was written.
///
/// The spans of the root's nodes say where to point: a plain value, an array and an inline table
/// have that of their text; a table with a header has that of the header, from bracket to
/// bracket, an array of tables that of its first; a table without either, that is one that
/// dotted keys or the headers of its subtables make, has the span of its key, where that stands
/// first. The root has the empty span.
package struct TOMLDocument: Sendable {
  /// How a document makes a table.
  package enum Origin: Sendable {
    case root
    /// By `[a]`.
    case header
    /// By `[[a]]`.
    case element
    /// By the header of a table inside it, such as `[a.b]`.
    case subtable
    /// By `a.b = 1`, be it on a line of its own or in an inline table.
    case dottedKey
    /// By braces.
    case inline
  }

  package let source: SourceText
  package let root: Node
  /// The headers and the pairs, in the order of the source.
  package let statements: [TOMLStatement]

  /// The way from the root to what a statement opens or sets.
  package func path(of statement: TOMLStatement) -> FieldPath {
    FieldPath((statement.header.map { statements[$0].steps } ?? []) + statement.steps)
  }

  /// How the table at a path was made, or nothing if there is no table.
  package func origin(of path: FieldPath) -> Origin? {
    guard let node = path.node(in: root), case .object = node.value else { return nil }
    return path.steps.isEmpty ? .root : origin(of: node)
  }

  /// How a table of the document, not the root, was made.
  func origin(of table: Node) -> Origin {
    let statement = statement(around: table.span.range.lowerBound)
    switch source.bytes[Int(table.span.start)] {
    case UInt8(ascii: "{"): return .inline
    case UInt8(ascii: "["): return statement?.kind == .element ? .element : .header
    default: return statement?.kind == .pair ? .dottedKey : .subtable
    }
  }

  /// Whether an array of the document is one of `[[a]]` and not one in brackets.
  func isArrayOfTables(_ array: Node) -> Bool {
    guard let statement = statement(around: array.span.range.lowerBound) else { return false }
    return statement.kind == .element && statement.span == array.span
  }

  /// The way to the innermost value that a span stands in.
  package func path(to span: Span) -> FieldPath {
    guard let statement = statement(around: span.range.lowerBound) else { return FieldPath() }
    let path = path(of: statement)
    guard statement.kind == .pair, let node = path.node(in: root),
      node.span.start <= span.start, span.end <= node.span.end
    else { return path }
    return FieldPath(path.steps + node.path(to: span).steps)
  }

  /// The way to what the key at a span holds; nothing where no key has just that span.
  package func path(ofKeyAt span: Span) -> FieldPath? {
    guard let statement = statement(around: span.range.lowerBound) else { return nil }
    if let number = statement.keys.firstIndex(where: { $0.span == span }) {
      let keys = statement.steps.indices.filter {
        if case .key = statement.steps[$0] { true } else { false }
      }
      guard keys.indices.contains(number) else { return nil }
      let above = statement.header.map { statements[$0].steps } ?? []
      return FieldPath(above + statement.steps[...keys[number]])
    }
    let path = path(to: span)
    guard case .key(let key)? = path.steps.last,
      let table = FieldPath(path.steps.dropLast()).node(in: root),
      table.member(key)?.keySpan == span
    else { return nil }
    return path
  }

  func statement(around offset: Int) -> TOMLStatement? {
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if Int(statements[middle].span.end) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < statements.count, statements[low].span.range.contains(offset) else { return nil }
    return statements[low]
  }
}
