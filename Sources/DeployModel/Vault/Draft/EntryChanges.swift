import Documents

/// What a change makes of the entries of one list file.
///
/// Entries are known by their places in the file as it was read; every byte that is not part of
/// the change stays as it is.
struct EntryChanges: Sendable {
  private let kind: EntityKind
  private var replaced: [Int: Node] = [:]
  private var removed: Set<Int> = []
  private var added: [Node] = []

  init(_ kind: EntityKind) { self.kind = kind }

  mutating func replace(_ index: Int, with node: Node) { replaced[index] = node }

  mutating func remove(_ index: Int) { removed.insert(index) }

  mutating func add(_ node: Node) { added.append(node) }

  /// The bytes of the file with all changes.
  ///
  /// - Parameter snapshot: The project as it was read.
  func bytes(in snapshot: ProjectSnapshot) -> [UInt8] {
    let file = kind.file
    let nodes = file.inOrder(added.map { ObjectShape.ordered($0, file) })
    guard let document = snapshot.documents.documents[file],
      let root = document.roots?.production, case .array(let entries) = root[kind.listKey]?.value
    else {
      let root = Node(.object([Node.Member(key: kind.listKey, value: Node(.array(nodes)))]))
      return Array(file.canonicalText(root).utf8)
    }
    let list = FieldPath([.key(kind.listKey)])
    var editor = JSONEditor(document.source, root)
    for (index, node) in replaced.sorted(by: { $0.key < $1.key }) where !removed.contains(index) {
      edit(&editor, list.appending(index), from: entries[index], to: node)
    }
    for index in removed.sorted() { editor.removeElement(index, of: list) }
    let positions = file.positions(among: entries)
    for node in nodes { editor.insert(node, at: positions.position(of: node), into: list) }
    return editor.bytes
  }

  /// Changes the members that differ, and leaves the others alone.
  private func edit(
    _ editor: inout JSONEditor, _ path: FieldPath, from old: Node, to new: Node
  ) {
    let order = kind.file.shape.fields.map(\.key)
    let members = old.members
    for (index, member) in new.members.enumerated() {
      // Most fields stand where they stood, and are as they were: the editor need not look.
      let isInPlace = index < members.count && members[index].key == member.key
      let value = isInPlace ? members[index].value : old[member.key]
      if let value, member.value.isEqual(to: value) { continue }
      editor.set(member.key, to: member.value, in: path, order: order)
    }
    for member in old.members where new[member.key] == nil {
      editor.removeMember(member.key, of: path)
    }
  }
}

extension ObjectShape {
  fileprivate static func ordered(_ node: Node, _ file: ProjectFile) -> Node {
    Shape.object(file.shape).ordered(node)
  }
}
