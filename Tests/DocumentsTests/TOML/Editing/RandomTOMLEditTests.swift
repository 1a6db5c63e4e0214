import Testing

@testable import Documents

/// Random edits of random documents, against the same edits of the tree.
struct RandomTOMLEditTests {
  @Test func editsTheTextAsTheTreeIsEdited() throws {
    var random = RandomTOML(seed: 21)
    for number in 0..<3000 {
      let text = RandomTOMLStyle.document(random.root(), &random.generator)
      try Self.expectEdits(text, &random, "\(number)")
    }
  }

  @Test func editsRealFilesAsTheirTreesAreEdited() throws {
    var random = RandomTOML(seed: 22)
    for (number, file) in RealTOML.files.enumerated() {
      let text = String(decoding: file, as: UTF8.self)
      for _ in 0..<10 { try Self.expectEdits(text, &random, "real \(number)") }
    }
  }

  /// Edits at random and compares with the tree.
  static func expectEdits(_ text: String, _ random: inout RandomTOML, _ name: String) throws {
    let document = try toml(text)
    var editor = TOMLEditor(document)
    let slot = EditSlot(document.root)
    var log: [String] = []
    for _ in 0..<random.generator.below(6) {
      log.append(make(document.root, &editor, slot, &random))
    }
    let expected = try #require(slot.node)
    let report = "\(name) \(log)\n\(text)\n-----\n\(editor.text)"
    let result = TOMLReading(editor.text)
    let edited = try #require(result.document, "\(result.findings) \(report)")
    let isRight = edited.root.isEqual(to: expected)
    #expect(isRight, "\(report)\n\(JSONWriter.line(expected))")
    let isForeseen = editor.root.isEqual(to: expected)
    #expect(isForeseen, "\(report)\n\(JSONWriter.line(expected))")
    if isRight {
      expectKept(expected, document.source, edited.root, result.source, report)
    }
    if log.isEmpty { #expect(editor.text == text) }
  }

  /// That whatever was not edited has the bytes it had.
  private static func expectKept(
    _ expected: Node, _ source: SourceText, _ node: Node, _ result: SourceText, _ report: String
  ) {
    switch expected.value {
    case .object(let members):
      // A key that is written in several places of an inline table gets its name by a new text.
      let isInline =
        result.bytes[node.span.range.clamped(to: 0..<1 + node.span.range.lowerBound)]
        .first == UInt8(ascii: "{")
      if report.contains("rename"), isInline { return }
      // The keys of a table may stand apart, and its header may have been written otherwise.
      for member in members {
        guard let found = node[member.key] else { continue }
        expectKept(member.value, source, found, result, report)
      }
    case .array(let elements):
      // Tables with headers that something else joins go into brackets.
      if elements.contains(where: { $0.isTable }), !TOMLLayout.isTable(expected) { return }
      for (element, found) in zip(elements, node.elements) {
        expectKept(element, source, found, result, report)
      }
    default:
      guard expected.span.end > 0 else { return }
      let isKept = source.text(of: expected.span) == result.text(of: node.span)
      #expect(isKept, "\(report)\n\(source.text(of: expected.span))")
    }
  }

  // MARK: Edits

  private static func make(
    _ root: Node, _ editor: inout TOMLEditor, _ slot: EditSlot, _ random: inout RandomTOML
  ) -> String {
    let (path, node) = place(root, &random)
    let steps = path.steps[...]
    switch (random.generator.below(6), node.value) {
    case (0, _) where !steps.isEmpty:
      editor.remove(path)
      slot.remove(steps)
      return "remove \(path)"
    case (1, .array), (2, .array):
      let element = random.node(depth: 2)
      editor.append(element, to: path)
      slot.append(element, to: steps)
      return "append \(path) \(JSONWriter.line(element))"
    case (1, _) where !steps.isEmpty:
      if case .index? = steps.last { return "nothing" }
      let key = random.generator.pick(["new", "a", "é", "it's"])
      editor.rename(path, to: key)
      slot.rename(steps, to: key)
      return "rename \(path) \(key)"
    case (2, .object), (3, .object):
      let key = random.generator.pick(["new", "a", "e\u{301}", "new.key"])
      let inner = random.generator.below(3) == 0 ? path.appending(key) : path
      let value = random.node(depth: 2)
      editor.set(inner.appending("x"), to: value)
      slot.set(inner.appending("x").steps[...], to: value)
      return "add \(inner).x \(JSONWriter.line(value))"
    case _ where !steps.isEmpty:
      let value = random.generator.below(4) == 0 ? node : changed(node, &random)
      editor.set(path, to: value)
      slot.set(steps, to: value)
      return "set \(path) \(JSONWriter.line(value))"
    default: return "nothing"
    }
  }

  /// A new value, or the old one with a difference or two.
  private static func changed(_ node: Node, _ random: inout RandomTOML) -> Node {
    guard random.generator.below(2) == 0 else { return random.node(depth: 2) }
    let slot = EditSlot(node)
    for _ in 0..<2 {
      let (path, _) = place(node, &random)
      guard !path.steps.isEmpty else { continue }
      if random.generator.below(2) == 0 {
        slot.remove(path.steps[...])
      } else {
        slot.set(path.steps[...], to: random.node(depth: 1))
      }
    }
    return slot.node ?? node
  }

  private static func place(_ root: Node, _ random: inout RandomTOML) -> (FieldPath, Node) {
    var path = FieldPath()
    var node = root
    while random.generator.below(4) > 0 {
      var next: [(FieldPath, Node)] = node.members.map { (path.appending($0.key), $0.value) }
      next += node.elements.enumerated().map { (path.appending($0), $1) }
      guard !next.isEmpty else { break }
      (path, node) = random.generator.pick(next)
    }
    return (path, node)
  }
}
