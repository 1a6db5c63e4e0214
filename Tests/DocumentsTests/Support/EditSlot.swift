@testable import Documents

/// A place in a tree that is edited by the keys and indices it had at first, in no way by text.
final class EditSlot {
  private enum Content {
    case leaf(Node)
    case table([(key: String, slot: EditSlot)])
    case array([EditSlot])
  }

  private var content: Content?
  private var isSettled = false
  private var newKey: String?
  private var isNew = false
  /// Whether everything here is as it was read.
  private var span = Span(0..<0)

  init(_ node: Node) {
    span = node.span
    content =
      switch node.value {
      case .object(let members): .table(members.map { ($0.key, EditSlot($0.value)) })
      case .array(let elements): .array(elements.map(EditSlot.init))
      default: .leaf(node)
      }
  }

  private init() { isNew = true }

  // MARK: Edits

  func set(_ path: ArraySlice<FieldPath.Step>, to node: Node) {
    find(path, isMaking: true)?.settle(node)
  }

  func remove(_ path: ArraySlice<FieldPath.Step>) {
    guard let slot = find(path, isMaking: false) else { return }
    slot.settle(nil)
    slot.newKey = nil
  }

  func append(_ node: Node, to path: ArraySlice<FieldPath.Step>) {
    guard let slot = find(path, isMaking: true), !slot.isSettled else { return }
    guard case .array(var slots)? = slot.content ?? .array([]) else { return }
    let added = EditSlot()
    added.settle(node)
    slots.append(added)
    slot.content = .array(slots)
  }

  func rename(_ path: ArraySlice<FieldPath.Step>, to key: String) {
    find(path, isMaking: false)?.newKey = key
  }

  private func settle(_ node: Node?) {
    content = node.map { .leaf(Self.unplaced($0)) }
    isSettled = true
  }

  private static func unplaced(_ node: Node) -> Node {
    switch node.value {
    case .object(let members):
      Node(.object(members.map { Node.Member(key: $0.key, value: unplaced($0.value)) }))
    case .array(let elements): Node(.array(elements.map(unplaced)))
    default: Node(node.value)
    }
  }

  private func find(_ path: ArraySlice<FieldPath.Step>, isMaking: Bool) -> EditSlot? {
    guard let step = path.first else { return self }
    guard !isSettled else { return nil }
    switch (step, content) {
    case (.key(let key), .table(let slots)):
      if let slot = slots.first(where: { $0.key.utf8.elementsEqual(key.utf8) })?.slot {
        return slot.find(path.dropFirst(), isMaking: isMaking)
      }
      return isMaking ? make(key, slots, path) : nil
    case (.key(let key), nil): return isMaking ? make(key, [], path) : nil
    case (.index(let index), .array(let slots)) where index < slots.count && !slots[index].isNew:
      return slots[index].find(path.dropFirst(), isMaking: isMaking)
    default: return nil
    }
  }

  private func make(
    _ key: String, _ slots: [(key: String, slot: EditSlot)], _ path: ArraySlice<FieldPath.Step>
  ) -> EditSlot? {
    let slot = EditSlot()
    content = .table(slots + [(key, slot)])
    return slot.find(path.dropFirst(), isMaking: true)
  }

  // MARK: Result

  /// The tree after the edits. Only what is as it was still has a span.
  var node: Node? {
    switch content {
    case nil: return nil
    case .leaf(let node): return node
    case .array(let slots):
      let nodes = slots.compactMap { $0.node }
      let isKept = nodes.count == slots.count && nodes.allSatisfy { $0.span.end > 0 }
      return Node(.array(nodes), span: isKept ? span : Span(0..<0))
    case .table(let slots): return table(slots)
    }
  }

  private func table(_ slots: [(key: String, slot: EditSlot)]) -> Node? {
    var taken = Set(slots.map { Array($0.key.utf8) })
    var isKept = true
    let members = slots.compactMap { key, slot -> Node.Member? in
      guard let node = slot.node else {
        isKept = isKept && slot.isNew
        return nil
      }
      var name = key
      if let new = slot.newKey, !slot.isNew, taken.insert(Array(new.utf8)).inserted { name = new }
      isKept = isKept && node.span.end > 0 && name == key
      return Node.Member(key: name, value: node)
    }
    if isNew, members.isEmpty { return nil }
    return Node(.object(members), span: isKept ? span : Span(0..<0))
  }
}
