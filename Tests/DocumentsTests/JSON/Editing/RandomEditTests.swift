import Testing

@testable import Documents

/// Random edits of random documents in random layouts, against the same edits of the tree.
struct RandomEditTests {
  @Test func editsTheTextAsTheTreeIsEdited() throws {
    var random = RandomJSON(seed: 11)
    for _ in 0..<2000 {
      let source = Self.source(&random)
      let root = try #require(Reading(source.bytes).node)
      var editor = JSONEditor(source, root)
      var plain = PlainEdits()
      for _ in 0..<random.generator.below(8) {
        let (path, node) = Self.container(root, &random)
        let edit = Self.edit(node, &random)
        editor.make(edit, path)
        plain.add(edit, path)
      }
      let expected = plain.applied(to: root)
      let result = Reading(editor.text)
      let node = try #require(result.node, "\(editor.text)")
      #expect(result.diagnostics.isEmpty)
      #expect(node.isEqual(to: expected), "\(source.text(of: source.span))\n\(editor.text)")
      Self.expectKept(expected, source, node, result.source)
    }
  }

  @Test func takesBackWhatWasInserted() throws {
    var random = RandomJSON(seed: 12)
    for _ in 0..<1000 {
      let source = Self.source(&random)
      let root = try #require(Reading(source.bytes).node)
      let (path, node) = Self.container(root, &random)
      let isObject = if case .object = node.value { true } else { false }
      let index = isObject ? 0 : random.generator.below(node.elements.count + 1)
      let order = ["new"] + node.members.map { $0.key }
      var editor = JSONEditor(source, root)
      let added = random.node()
      if isObject {
        editor.set("new", to: added, in: path, order: order)
      } else {
        editor.insert(added, at: index, into: path)
      }
      let edited = Reading(editor.text)
      var back = JSONEditor(edited.source, try #require(edited.node))
      if isObject {
        back.removeMember("new", of: path)
      } else {
        back.removeElement(index, of: path)
      }
      #expect(editor.text != source.text(of: source.span))
      #expect(back.text == source.text(of: source.span), "\(editor.text)")
    }
  }

  @Test func changesNoByteWithoutAnEdit() throws {
    var random = RandomJSON(seed: 13)
    for _ in 0..<1000 {
      let bytes = random.text()
      guard let root = Reading(bytes).node else { continue }
      let editor = JSONEditor(SourceText(name: "test.json", bytes: bytes), root)
      #expect(Array(editor.text.utf8) == bytes)
    }
  }

  private static func source(_ random: inout RandomJSON) -> SourceText {
    var node = random.node()
    while node.members.isEmpty && node.elements.isEmpty { node = random.node() }
    return SourceText(name: "test.json", RandomLayout(&random.generator).document(node))
  }

  private static func container(
    _ root: Node, _ random: inout RandomJSON
  ) -> (FieldPath, Node) {
    var path = FieldPath()
    var node = root
    while random.generator.below(3) > 0 {
      var next: [(FieldPath, Node)] = node.members.map { (path.appending($0.key), $0.value) }
      next += node.elements.enumerated().map { (path.appending($0), $1) }
      next = next.filter { $0.1.kind == "an object" || $0.1.kind == "an array" }
      guard !next.isEmpty else { break }
      (path, node) = random.generator.pick(next)
    }
    return (path, node)
  }

  private static func edit(_ node: Node, _ random: inout RandomJSON) -> PlainEdits.Edit {
    let choice = random.generator.below(4)
    guard case .array(let elements) = node.value else {
      let keys = node.members.map { $0.key } + ["new", "newer", "e\u{301}", "é"]
      let key = random.generator.pick(keys)
      if choice == 0 { return .removeMember(key) }
      let value = choice == 1 ? node[key] ?? random.node() : random.node()
      return .set(key, value, order: keys.shuffled(using: &random.generator))
    }
    guard choice > 0, !elements.isEmpty else {
      return .insert(random.node(), random.generator.below(elements.count + 1))
    }
    let index = random.generator.below(elements.count)
    switch choice {
    case 1: return .removeElement(index)
    case 2: return .replaceElement(index, elements[index])
    default: return .replaceElement(index, random.node())
    }
  }

  /// That whatever was not edited has the bytes it had.
  private static func expectKept(
    _ expected: Node, _ source: SourceText, _ node: Node, _ result: SourceText
  ) {
    if expected.span.end > 0 {
      #expect(result.text(of: node.span) == source.text(of: expected.span))
    }
    for member in expected.members {
      guard let found = node.member(member.key) else { continue }
      if member.keySpan.end > 0 {
        #expect(result.text(of: found.keySpan) == source.text(of: member.keySpan))
      }
      expectKept(member.value, source, found.value, result)
    }
    for (element, found) in zip(expected.elements, node.elements) {
      expectKept(element, source, found, result)
    }
  }
}
