/// Finds which bytes of one object or array its edits replace, and by what.
struct ContainerRewriting {
  typealias Replacement = EditedDocument.Replacement

  private let edits: ContainerEdits
  private let document: EditedDocument
  private let insertions: [ContainerEdits.Insertion]
  private let values: [Node]
  /// Where the members, with their keys, or the elements stand.
  private let siblings: [Range<Int>]

  init(_ edits: ContainerEdits, in document: EditedDocument) {
    self.edits = edits
    self.document = document
    insertions = edits.orderedInsertions
    if case .object(let members) = edits.container.value {
      values = members.map { $0.value }
      siblings = members.map { Int($0.keySpan.start)..<Int($0.value.span.end) }
    } else {
      values = edits.container.elements
      siblings = values.map { $0.span.range }
    }
  }

  func replacements() -> [Replacement] {
    if let plain = edits.plainReplacements {
      return plain.filter { !$0.value.isEqual(to: values[$0.index]) }.map {
        Replacement(range: values[$0.index].span.range, text: JSONWriter.line($0.value))
      }
    }
    guard !siblings.isEmpty else { return filling() }
    let kept = siblings.indices.filter { !isRemoved($0) }
    guard !kept.isEmpty || !insertions.isEmpty else {
      return [Replacement(range: inside, text: "")]
    }
    let layout = SiblingLayout(edits.container, siblings, in: document)
    return rewriting(kept, layout) + valueReplacements(lastKept: kept.last, layout)
  }

  private var inside: Range<Int> {
    let range = edits.container.span.range
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private func isRemoved(_ index: Int) -> Bool {
    if case .removal = edits.changes[index] { true } else { false }
  }

  /// What is written into a container that was empty.
  private func filling() -> [Replacement] {
    guard !insertions.isEmpty else { return [] }
    let members = insertions.compactMap { insertion in
      insertion.key.map { Node.Member(key: $0, value: insertion.value) }
    }
    let node = Node(members.isEmpty ? .array(insertions.map { $0.value }) : .object(members))
    let start = inside.lowerBound - 1
    let isFollowed =
      document.source.bytes.dropFirst(inside.upperBound + 1).first == UInt8(ascii: ",")
    var layout = JSONLayout(
      newline: document.newline, indentation: document.indentation(ofLineAt: start))
    var bytes: [UInt8] = []
    layout.write(node, column: document.column(of: start) + (isFollowed ? 1 : 0), to: &bytes)
    return [Replacement(range: inside, bytes: Array(bytes.dropFirst().dropLast()))]
  }

  /// New values in the place of old ones.
  private func valueReplacements(lastKept: Int?, _ layout: SiblingLayout) -> [Replacement] {
    edits.changes.compactMap { index, change in
      guard case .replacement(let value) = change, let lastKept else { return nil }
      let isLast = index == lastKept && (insertions.last?.position ?? 0) <= index
      return Replacement(
        range: values[index].span.range,
        bytes: layout.text(of: value, replacing: values[index], comma: isLast ? 0 : 1))
    }
  }

  /// What becomes of the gaps between those that are kept, and of all that is removed there.
  private func rewriting(_ kept: [Int], _ layout: SiblingLayout) -> [Replacement] {
    var replacements: [Replacement] = []
    var rest = insertions[...]
    var start = 0
    for end in kept + [siblings.count] {
      let inserted = rest.prefix { $0.position <= end }
      rest = rest.dropFirst(inserted.count)
      replacements += gap(removing: start..<end, inserting: inserted, layout)
      start = end + 1
    }
    return replacements
  }

  private func gap(
    removing removed: Range<Int>, inserting inserted: ArraySlice<ContainerEdits.Insertion>,
    _ layout: SiblingLayout
  ) -> [Replacement] {
    if inserted.isEmpty {
      return removed.isEmpty ? [] : [Replacement(range: removal(of: removed), text: "")]
    }
    let next = removed.upperBound
    guard removed.isEmpty else {
      // In the place of the removed ones; what stands before and behind those stays.
      let range = siblings[removed.lowerBound].lowerBound..<siblings[next - 1].upperBound
      return [Replacement(range: range, bytes: text(of: inserted, before: next, layout))]
    }
    guard next > 0 else {
      let start = siblings[0].lowerBound
      let bytes = text(of: inserted, before: next, layout, isFollowed: true)
      return [Replacement(range: start..<start, bytes: bytes)]
    }
    let end = siblings[next - 1].upperBound
    let bytes = text(of: inserted, before: next, layout, isPreceded: true)
    return [Replacement(range: end..<end, bytes: bytes)]
  }

  /// New ones with what stands between them.
  ///
  /// - Parameters:
  ///   - next: The old one that follows them.
  ///   - isPreceded: Whether what stands between two comes before the first of them too.
  ///   - isFollowed: Whether it comes behind the last of them too.
  private func text(
    of inserted: ArraySlice<ContainerEdits.Insertion>, before next: Int, _ layout: SiblingLayout,
    isPreceded: Bool = false, isFollowed: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in inserted.indices {
      let isLast = next == siblings.count && index + 1 == inserted.endIndex
      if isPreceded || index > inserted.startIndex { bytes += layout.separator.utf8 }
      layout.write(inserted[index], like: values[0], comma: isLast ? 0 : 1, to: &bytes)
      if index == inserted.startIndex {
        // Mostly all are about as long as the first: growing would copy thousands of them.
        bytes.reserveCapacity(bytes.count * inserted.count * 9 / 8)
      }
    }
    if isFollowed { bytes += layout.separator.utf8 }
    return bytes
  }

  /// The bytes of neighbours that are removed, with the comma before or behind them.
  private func removal(of removed: Range<Int>) -> Range<Int> {
    let next = removed.upperBound
    guard removed.lowerBound > 0 else {
      return siblings[0].lowerBound..<siblings[next].lowerBound
    }
    let before = siblings[removed.lowerBound - 1].upperBound
    let start = siblings[removed.lowerBound].lowerBound
    let end = siblings[next - 1].upperBound
    guard next < siblings.count else { return before..<end }
    let following = siblings[next].lowerBound
    // Whichever gap begins a line stays, so that the next one's line does.
    let staysBehind =
      !document.containsNewline(before..<start)
      && document.containsNewline(end..<following)
    return staysBehind ? before..<end : start..<following
  }
}
