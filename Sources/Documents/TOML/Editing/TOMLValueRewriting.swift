/// Finds which bytes of a value, that is of what stands behind a key, its edits replace.
struct TOMLValueRewriting {
  typealias Piece = TOMLAssembly.Piece

  private let document: TOMLDocument

  init(_ document: TOMLDocument) { self.document = document }

  func pieces(_ node: Node, _ edits: TOMLEdits) -> [Piece] {
    let edits = edits.replacement.map { TOMLEdits.between(node, $0) } ?? edits
    if let replacement = edits.replacement { return [whole(node, replacement)] }
    switch node.value {
    case .object(let members) where !edits.isEmpty: return table(node, members, edits)
    case .array(let elements): return TOMLArrayRewriting(document, node, elements, edits).pieces()
    default: return []
    }
  }

  private func whole(_ node: Node, _ value: Node) -> Piece {
    Piece(node.span.range, TOMLWriter.inline(value) ?? "{}")
  }

  // MARK: Inline tables

  /// A key of an inline table with its value, the keys in front of dots included.
  private struct Item {
    let end: Int
    var isRemoved: Bool
  }

  /// What becomes of an inline table and of the tables that dotted keys make in it.
  private struct InlineChange {
    var items: [Item] = []
    var added: [String] = []
    var pieces: [Piece] = []
    /// Whether a key is to have another name that is written in several places.
    var isSweeping = false
  }

  private func table(_ node: Node, _ members: [Node.Member], _ edits: TOMLEdits) -> [Piece] {
    var change = InlineChange()
    collect(members, edits, prefix: "", &change)
    if change.isSweeping { return edits.applied(to: node).map { [whole(node, $0)] } ?? [] }
    let inside = node.span.range.dropFirst().dropLast()
    let items = change.items.sorted { $0.end < $1.end }
    guard let first = items.firstIndex(where: { !$0.isRemoved }),
      let last = items.lastIndex(where: { !$0.isRemoved })
    else {
      let text = change.added.isEmpty ? "" : " " + change.added.joined(separator: ", ") + " "
      return items.isEmpty && change.added.isEmpty ? [] : [Piece(inside, text)]
    }
    var pieces = change.pieces
    if !change.added.isEmpty {
      let end = items[last].end
      pieces.append(Piece(end..<end, change.added.map { ", " + $0 }.joined()))
    }
    if first > 0 {
      pieces.append(Piece(start(behind: inside.lowerBound)..<start(behindItem: items[first - 1])))
    }
    for index in items.indices.dropFirst(first + 1) where items[index].isRemoved {
      pieces.append(Piece(items[index - 1].end..<items[index].end))
    }
    return pieces
  }

  /// Where the white space behind a place ends.
  private func start(behind offset: Int) -> Int {
    let bytes = document.source.bytes
    return bytes[offset...].firstIndex { $0 != UInt8(ascii: " ") && $0 != 0x09 } ?? bytes.count
  }

  /// Where the key begins that stands behind an item and its comma.
  private func start(behindItem item: Item) -> Int {
    start(behind: start(behind: item.end) + 1)
  }

  private func collect(
    _ members: [Node.Member], _ edits: TOMLEdits, prefix: String, _ result: inout InlineChange
  ) {
    for (member, name) in zip(members, edits.names(of: members)) {
      let change = edits[member.key]
      let wanted = change.applied(to: member.value)
      if member.keySpan == member.value.span {
        dotted(member, change, wanted, prefix + TOMLWriter.key(name) + ".", &result)
        if wanted != nil, !name.isExactly(member.key) { result.isSweeping = true }
        continue
      }
      result.items.append(
        Item(end: member.value.span.range.upperBound, isRemoved: wanted == nil))
      guard wanted != nil else { continue }
      result.pieces += pieces(member.value, change)
      if !name.isExactly(member.key) {
        result.pieces.append(Piece(member.keySpan.range, TOMLWriter.key(name)))
      }
    }
    for (key, value) in edits.added(to: members) {
      if let pair = TOMLWriter.pair(key, value) { result.added.append(prefix + pair) }
    }
  }

  /// The keys of a table that dotted keys make.
  ///
  /// - Parameter prefix: What its keys begin with.
  private func dotted(
    _ member: Node.Member, _ edits: TOMLEdits, _ wanted: Node?, _ prefix: String,
    _ result: inout InlineChange
  ) {
    if let wanted, wanted.isTable, !wanted.members.isEmpty {
      let edits = edits.replacement.map { TOMLEdits.between(member.value, $0) } ?? edits
      return collect(member.value.members, edits, prefix: prefix, &result)
    }
    for end in Self.ends(of: member.value) {
      result.items.append(Item(end: end, isRemoved: true))
    }
    if let value = wanted.flatMap(TOMLWriter.inline) {
      result.added.append(prefix.dropLast() + " = " + value)
    }
  }

  /// Where the values end that dotted keys set in a table.
  private static func ends(of table: Node) -> [Int] {
    table.members.flatMap { member in
      member.keySpan == member.value.span
        ? ends(of: member.value) : [member.value.span.range.upperBound]
    }
  }
}
