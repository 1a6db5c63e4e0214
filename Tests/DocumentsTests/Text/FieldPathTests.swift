import Testing

@testable import Documents

struct FieldPathTests {
  private static let path = FieldPath().appending("variables").appending(3).appending("key")

  @Test func describesItselfWithPointsAndBrackets() {
    #expect(Self.path.description == "variables[3].key")
    #expect(FieldPath().description == "")
  }

  @Test func writesAJSONPointer() {
    #expect(Self.path.pointer == "/variables/3/key")
    #expect(FieldPath().pointer == "")
    #expect(FieldPath([.key("a/b"), .key("m~n"), .key("")]).pointer == "/a~1b/m~0n/")
    // A mark that combines with the slash makes one character with it, and still it separates.
    #expect(FieldPath([.key("a/\u{301}b")]).pointer == "/a~1\u{301}b")
  }

  @Test func leadsToItsValue() throws {
    let root = try json(#"{"variables": [1, {"key": "x"}]}"#)
    #expect(FieldPath([.key("variables"), .index(1), .key("key")]).node(in: root)?.text == "x")
    #expect(FieldPath([.key("variables"), .index(2)]).node(in: root)?.kind == nil)
    #expect(FieldPath([.key("variables"), .index(-1)]).node(in: root)?.kind == nil)
    #expect(FieldPath([.index(0)]).node(in: root)?.kind == nil)
    #expect(FieldPath([.key("variables"), .key("x")]).node(in: root)?.kind == nil)
  }

  @Test func pointsToTheValueOrTheOpeningAroundIt() throws {
    let root = try json(#" {"a": {"b": "text"}}"#)
    #expect(FieldPath([.key("a"), .key("b")]).span(in: root) == Span(13..<19))
    #expect(FieldPath([.key("a")]).span(in: root) == Span(7..<8))
    #expect(FieldPath([.key("a"), .key("x"), .key("y")]).span(in: root) == Span(7..<8))
    #expect(FieldPath([.key("x")]).span(in: root) == Span(1..<2))
    #expect(FieldPath().span(in: root) == Span(1..<2))
  }

  @Test func isFoundForEveryValueOfADocument() throws {
    var random = RandomJSON(seed: 9)
    for _ in 0..<100 {
      let root = try json(JSONWriter.document(random.node()))
      visit(root, FieldPath(), in: root)
    }
  }

  private func visit(_ node: Node, _ path: FieldPath, in root: Node) {
    #expect(root.path(to: node.span) == path)
    for member in node.members {
      #expect(root.path(to: member.keySpan) == path.appending(member.key))
      visit(member.value, path.appending(member.key), in: root)
    }
    for (index, element) in node.elements.enumerated() {
      visit(element, path.appending(index), in: root)
    }
  }

  @Test func endsAtTheObjectForASpanBetweenItsValues() throws {
    let root = try json(#"{"a": [1,  2]}"#)
    #expect(root.path(to: Span(9..<10)) == FieldPath([.key("a")]))
    #expect(root.path(to: Span(4..<5)) == FieldPath())
    #expect(root.path(to: Span(99..<100)) == FieldPath())
  }
}
