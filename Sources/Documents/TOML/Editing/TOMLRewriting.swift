/// Finds which bytes of a document its edits replace, and by what.
struct TOMLRewriting {
  typealias Piece = TOMLAssembly.Piece

  /// A table of the document that has lines of its own.
  struct Table {
    let node: Node
    /// Its place in the outline.
    let entry: Int
    /// The keys that lead to it, as they will be called.
    let names: [String]
    let origin: TOMLDocument.Origin
  }

  private let document: TOMLDocument
  private let outline: TOMLOutline
  private let lines: TOMLLines
  private let keepsComments: Bool
  private var removed: Set<Int> = []
  private var pieces: [Piece] = []
  private var additions: [Int: TOMLAdditions] = [:]

  /// - Parameter keepsComments: Whether comments stay of lines that go.
  init(_ document: TOMLDocument, keepsComments: Bool) {
    self.document = document
    self.keepsComments = keepsComments
    outline = TOMLOutline(document.statements)
    lines = TOMLLines(document)
  }

  mutating func visit(_ edits: TOMLEdits) {
    let edits = edits.replacement.map { TOMLEdits.between(document.root, $0) } ?? edits
    visit(Table(node: document.root, entry: 0, names: [], origin: .root), edits)
  }

  var text: String {
    let layout = TOMLAnchors(document, outline, lines, removed: removed)
    // From the innermost: what is added to a table stands before what is added behind it.
    let added = additions.sorted { $0.key > $1.key }.flatMap { layout.pieces($0.value) }
    return TOMLAssembly.text(
      document.source.bytes, pieces + added + removals(), newline: lines.newline)
  }

  // MARK: Tables

  private mutating func visit(_ table: Table, _ edits: TOMLEdits) {
    for (member, name) in zip(table.node.members, edits.names(of: table.node.members)) {
      let change = edits[member.key]
      if !change.isEmpty { visit(member, of: table, change, name: name) }
    }
    for (key, value) in edits.added(to: table.node.members) { add(key, value, to: table) }
  }

  private mutating func visit(
    _ member: Node.Member, of table: Table, _ edits: TOMLEdits, name: String
  ) {
    guard let entry = outline.child(.key(member.key), of: table.entry) else { return }
    guard let wanted = edits.applied(to: member.value) else { return remove(entry) }
    let change = edits.replacement.map { TOMLEdits.between(member.value, $0) } ?? edits
    if outline.entries[entry].statement.map({ document.statements[$0].kind }) == .pair {
      pieces += TOMLValueRewriting(document).pieces(member.value, change)
    } else if !keepsForm(member.value, wanted) {
      remove(entry)
      let isDotted = member.value.isTable && document.origin(of: member.value) == .dottedKey
      return add(name, wanted, to: table, isInline: isDotted)
    } else if member.value.isTable {
      let inner = Table(
        node: member.value, entry: entry, names: table.names + [name],
        origin: document.origin(of: member.value))
      visit(inner, change)
    } else {
      visitElements(of: member.value, entry, table.names + [name], change)
    }
    if !name.isExactly(member.key) { rename(entry, to: name) }
  }

  /// Whether a table, or an array of tables, can stay one by its lines.
  private func keepsForm(_ old: Node, _ wanted: Node) -> Bool {
    guard old.isTable == wanted.isTable, TOMLLayout.isTable(wanted) else { return false }
    guard old.isTable, wanted.members.isEmpty else { return true }
    let origin = document.origin(of: old)
    return origin != .dottedKey && origin != .subtable
  }

  private mutating func visitElements(
    of array: Node, _ entry: Int, _ names: [String], _ edits: TOMLEdits
  ) {
    for (index, change) in edits.elements.sorted(by: { $0.key < $1.key }) {
      guard let child = outline.child(.index(index), of: entry) else { continue }
      if change.isRemoved {
        remove(child)
        continue
      }
      let element = array.elements[index]
      let change = change.replacement.map { TOMLEdits.between(element, $0) } ?? change
      visit(Table(node: element, entry: child, names: names, origin: .element), change)
    }
    guard !edits.appended.isEmpty else { return }
    let table = Table(node: array, entry: entry, names: names, origin: .element)
    additions[entry, default: TOMLAdditions(table)].sections
      .append((names, Node(.array(edits.appended))))
  }

  // MARK: Changes

  /// - Parameter isInline: Whether the value stands behind its key even if it is a table.
  private mutating func add(
    _ key: String, _ value: Node, to table: Table, isInline: Bool = false
  ) {
    if TOMLLayout.isTable(value), !isInline, table.origin != .dottedKey {
      additions[table.entry, default: TOMLAdditions(table)].sections
        .append((table.names + [key], value))
    } else {
      additions[table.entry, default: TOMLAdditions(table)].pairs.append((key, value))
    }
  }

  private mutating func remove(_ entry: Int) {
    removed.formUnion(outline.statements(under: entry))
  }

  private mutating func rename(_ entry: Int, to name: String) {
    let name = TOMLWriter.key(name)
    pieces += outline.keySpans(of: entry).map { Piece($0.range, name) }
  }

  /// The lines of all statements that are removed.
  private func removals() -> [Piece] {
    var ranges: [Range<Int>] = []
    var isSection = false
    for index in removed.sorted() {
      let statement = document.statements[index]
      if let header = statement.header, removed.contains(header) { continue }
      isSection = statement.kind != .pair
      let range = isSection ? lines.linesToRemove(ofSectionWith: index) : lines.lines(of: index)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    if isSection, let last = ranges.popLast() { ranges.append(lines.withoutEmptyEnd(last)) }
    guard keepsComments else { return ranges.map { Piece(removing: $0) } }
    let spans = removed.sorted().map { document.statements[$0].span.range }
    return ranges.map { Piece(removing: $0, keeping: lines.comments(in: $0, outside: spans)) }
  }
}

extension Node {
  var isTable: Bool { if case .object = value { true } else { false } }
  var isArray: Bool { if case .array = value { true } else { false } }
}
