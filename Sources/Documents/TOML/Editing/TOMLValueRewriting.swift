/// Finds which bytes of a value, that is of what stands behind a key, its edits replace.
struct TOMLValueRewriting {
  typealias Piece = TOMLAssembly.Piece

  private let document: TOMLDocument

  init(_ document: TOMLDocument) { self.document = document }

  func pieces(_ node: Node, _ edits: TOMLEdits) -> [Piece] {
    if let replacement = edits.replacement {
      return node.isEqual(to: replacement) ? [] : [whole(node, replacement)]
    }
    switch node.value {
    case .object(let members): return table(node, members, edits)
    case .array(let elements): return TOMLArrayRewriting(document, node, elements, edits).pieces()
    default: return []
    }
  }

  private func whole(_ node: Node, _ value: Node) -> Piece {
    Piece(node.span.range, TOMLWriter.inline(value) ?? "{}")
  }

  // MARK: Inline tables

  private func table(_ node: Node, _ members: [Node.Member], _ edits: TOMLEdits) -> [Piece] {
    guard !edits.members.isEmpty else { return [] }
    let isDotted = members.contains { $0.keySpan == $0.value.span }
    if isDotted, Self.changesKeys(of: node, edits) {
      // One key may be written in several places.
      return edits.applied(to: node).map { [whole(node, $0)] } ?? []
    }
    let known = Set(members.map { ExactKey($0.key) })
    let items = members.map { Int($0.keySpan.start)..<Int($0.value.span.end) }
    let kept = members.indices.filter { !edits[members[$0].key].isRemoved }
    let added = edits.members.filter { !known.contains(ExactKey($0.key)) }.compactMap { change in
      change.edits.applied(to: nil).flatMap { TOMLWriter.pair(change.key, $0) }
    }
    guard let first = kept.first, let last = kept.last else {
      let text = added.isEmpty ? "" : " " + added.joined(separator: ", ") + " "
      guard !members.isEmpty || !added.isEmpty else { return [] }
      return [Piece(node.span.range.dropFirst().dropLast(), text)]
    }
    var pieces = removals(of: items, first: first, Set(kept))
    for index in kept {
      let (key, change) = (members[index].key, edits[members[index].key])
      let name = edits.name(of: key, known)
      if !name.isExactly(key) {
        pieces.append(Piece(members[index].keySpan.range, TOMLWriter.key(name)))
      }
      pieces += self.pieces(members[index].value, Self.narrowed(change, members[index].value))
    }
    if !added.isEmpty {
      let end = items[last].upperBound
      pieces.append(Piece(end..<end, added.map { ", " + $0 }.joined()))
    }
    return pieces
  }

  /// A whole value that is set, as the changes that it means.
  static func narrowed(_ edits: TOMLEdits, _ old: Node) -> TOMLEdits {
    edits.replacement.map { TOMLEdits.between(old, $0) } ?? edits
  }

  private func removals(of items: [Range<Int>], first: Int, _ kept: Set<Int>) -> [Piece] {
    items.indices.compactMap { index in
      if kept.contains(index) || index < first && index > 0 { return nil }
      if index < first { return Piece(items[0].lowerBound..<items[first].lowerBound, "") }
      return Piece(items[index - 1].upperBound..<items[index].upperBound, "")
    }
  }

  /// Whether keys come, go or change their names, here or within dotted keys.
  private static func changesKeys(of table: Node, _ edits: TOMLEdits) -> Bool {
    edits.members.contains { change in
      let (key, change) = (change.key, change.edits)
      guard let member = table.member(key), !change.isRemoved, change.newKey == nil else {
        return true
      }
      guard member.keySpan == member.value.span else { return false }
      return change.replacement != nil || changesKeys(of: member.value, change)
    }
  }
}
