import Testing

@testable import Documents

struct JSONEditorTests {
  private static let root = FieldPath()
  private static let list = FieldPath([.key("list")])

  /// A text after edits.
  private func edited(_ text: String, _ edit: (inout JSONEditor) -> Void) throws -> String {
    let reading = Reading(text)
    var editor = JSONEditor(reading.source, try #require(reading.node))
    edit(&editor)
    return editor.text
  }

  @Test func replacesAValueAndNothingElse() throws {
    let text = "{ \"a\" :1.50,\n\n\t\"b\":  [1,2 ] ,\"c\":\"\\u0041\\/\" }\n\n"
    let result = try edited(text) { $0.set("b", to: "x", in: Self.root, order: []) }
    #expect(result == "{ \"a\" :1.50,\n\n\t\"b\":  \"x\" ,\"c\":\"\\u0041\\/\" }\n\n")
  }

  @Test func doesNotRewriteAValueThatMeansTheSame() throws {
    let text = #"{"a": "\u0041", "b": {"y" : 1,  "x":2}, "list": [ "\/" ]}"#
    let result = try edited(text) {
      $0.set("a", to: "A", in: Self.root, order: [])
      $0.set("b", to: .object(["x": 2, "y": 1]), in: Self.root, order: [])
      $0.replaceElement(0, of: Self.list, with: "/")
    }
    #expect(result == text)
  }

  @Test func insertsAMemberBehindTheNearestEarlierOne() throws {
    let text = "{\n  \"a\": 1,\n\n  \"d\": 4,\n  \"z\": 26\n}\n"
    let order = ["_", "a", "b", "c", "d", "e"]
    func with(_ keys: String...) throws -> String {
      try edited(text) { editor in
        for key in keys { editor.set(key, to: 0, in: Self.root, order: order) }
      }
    }
    #expect(try with("_") == "{\n  \"_\": 0,\n  \"a\": 1,\n\n  \"d\": 4,\n  \"z\": 26\n}\n")
    #expect(
      try with("c", "b")
        == "{\n  \"a\": 1,\n  \"b\": 0,\n  \"c\": 0,\n\n  \"d\": 4,\n  \"z\": 26\n}\n")
    #expect(try with("e") == "{\n  \"a\": 1,\n\n  \"d\": 4,\n  \"e\": 0,\n  \"z\": 26\n}\n")
    #expect(
      try with("x", "e")
        == "{\n  \"a\": 1,\n\n  \"d\": 4,\n  \"e\": 0,\n  \"z\": 26,\n  \"x\": 0\n}\n")
    let undeclared = try edited(#"{"a": 1}"#) { editor in
      for key in ["x", "b"] { editor.set(key, to: 0, in: Self.root, order: order) }
    }
    #expect(undeclared == #"{"a": 1, "b": 0, "x": 0}"#)
    #expect(try with("x") == "{\n  \"a\": 1,\n\n  \"d\": 4,\n  \"z\": 26,\n  \"x\": 0\n}\n")
  }

  @Test func theLaterOfTwoChangesToAMemberCounts() throws {
    let text = #"{"a": 1, "b": 2}"#
    let result = try edited(text) {
      $0.set("a", to: 9, in: Self.root, order: [])
      $0.removeMember("a", of: Self.root)
      $0.removeMember("b", of: Self.root)
      $0.set("b", to: 3, in: Self.root, order: [])
      $0.set("c", to: 4, in: Self.root, order: [])
      $0.removeMember("c", of: Self.root)
      $0.set("d", to: 5, in: Self.root, order: [])
      $0.set("d", to: 6, in: Self.root, order: [])
      $0.set("e", to: 7, in: Self.root, order: [])
      $0.removeMember("e", of: Self.root)
      $0.set("e", to: 8, in: Self.root, order: [])
    }
    #expect(result == #"{"b": 3, "d": 6, "e": 8}"#)
  }

  @Test func tellsKeysApartThatLookTheSame() throws {
    let result = try edited("{\"é\": 1}") {
      $0.set("e\u{301}", to: 2, in: Self.root, order: ["e\u{301}", "é"])
    }
    #expect(Array(result.utf8) == Array("{\"e\u{301}\": 2, \"é\": 1}".utf8))
  }

  @Test func countsElementsAsTheyWere() throws {
    let result = try edited(#"{"list": [0, 1, 2, 3]}"#) {
      $0.removeElement(0, of: Self.list)
      $0.insert("a", at: 2, into: Self.list)
      $0.insert("b", at: 2, into: Self.list)
      $0.replaceElement(2, of: Self.list, with: "c")
      $0.removeElement(3, of: Self.list)
      $0.insert("z", at: 4, into: Self.list)
      $0.insert("y", at: 0, into: Self.list)
    }
    #expect(result == #"{"list": ["y", 1, "a", "b", "c", "z"]}"#)
  }

  @Test func insertsAtTheEndFromTheCountOn() throws {
    let result = try edited("[1]") {
      $0.insert(2, at: 1, into: Self.root)
      $0.insert(3, at: 7, into: Self.root)
      $0.insert(0, at: -1, into: Self.root)
    }
    #expect(result == "[0, 1, 2, 3]")
  }

  @Test func leavesNothingBetweenTheBracketsWhenAllIsRemoved() throws {
    let all = try edited("{\"list\": [\n    1,\n    2\n  ]}") {
      $0.removeElement(0, of: Self.list)
      $0.removeElement(1, of: Self.list)
    }
    #expect(all == #"{"list": []}"#)
    #expect(try edited("{\n  \"a\": 1\n}\n") { $0.removeMember("a", of: Self.root) } == "{}\n")
  }

  @Test func removesTheLineOfAnElementWhereverItStands() throws {
    let text = "[\n  1,\n  2,\n  3, 4,\n  5\n]"
    func without(_ indices: Int...) throws -> String {
      try edited(text) { editor in
        for index in indices { editor.removeElement(index, of: Self.root) }
      }
    }
    #expect(try without(0) == "[\n  2,\n  3, 4,\n  5\n]")
    #expect(try without(1) == "[\n  1,\n  3, 4,\n  5\n]")
    #expect(try without(2) == "[\n  1,\n  2,\n  4,\n  5\n]")
    #expect(try without(3) == "[\n  1,\n  2,\n  3,\n  5\n]")
    #expect(try without(4) == "[\n  1,\n  2,\n  3, 4\n]")
    #expect(try without(1, 2, 4) == "[\n  1,\n  4\n]")
  }

  @Test func ignoresAnEditInsideWhatIsRemovedOrReplaced() throws {
    let text = #"{"a": {"x": []}, "list": [[], {"y": 1}]}"#
    let result = try edited(text) {
      $0.insert(1, at: 0, into: FieldPath([.key("a"), .key("x")]))
      $0.set("a", to: .object(["x": []]), in: Self.root, order: [])
      $0.replaceElement(0, of: Self.list, with: [2])
      $0.insert(3, at: 0, into: Self.list.appending(0))
      $0.removeElement(1, of: Self.list)
      $0.set("y", to: 2, in: Self.list.appending(1), order: [])
    }
    #expect(result == #"{"a": {"x": []}, "list": [[2]]}"#)
  }

  @Test func ignoresAnEditWhosePathLeadsNowhere() throws {
    let text = #"{"list": [1, {"a": 2}], "n": 3}"#
    let result = try edited(text) {
      $0.set("a", to: 1, in: Self.list, order: [])
      $0.set("a", to: 1, in: FieldPath([.key("n")]), order: [])
      $0.insert(1, at: 0, into: Self.root)
      $0.insert(1, at: 0, into: FieldPath([.key("x")]))
      $0.removeElement(2, of: Self.list)
      $0.removeElement(-1, of: Self.list)
      $0.replaceElement(2, of: Self.list, with: 1)
      $0.removeMember("x", of: Self.root)
    }
    #expect(result == text)
  }

  @Test func keepsAByteOrderMark() throws {
    let text = "\u{FEFF}{\"a\": 1}"
    let result = try edited(text) { $0.set("a", to: 2, in: Self.root, order: []) }
    #expect(Array(result.utf8) == Array("\u{FEFF}{\"a\": 2}".utf8))
  }

  /// Takes a few seconds at most in a debug build; an edit that looked at its whole array would
  /// take minutes.
  @Test func makesTenThousandEditsInALargeDocument() throws {
    let elements: [Node] = (0..<100_000).map {
      $0.isMultiple(of: 40) ? .object(["key": 1, "value": 1]) : Node(integerLiteral: $0)
    }
    let reading = Reading(JSONWriter.document(.object(["list": Node(.array(elements))])))
    var editor = JSONEditor(reading.source, try #require(reading.node))
    let time = ContinuousClock().measure {
      for index in stride(from: 0, to: 100_000, by: 40) {
        editor.set("value", to: 2, in: Self.list.appending(index), order: [])
        editor.insert(Node.object(["key": "new"]), at: index + 1, into: Self.list)
        editor.removeElement(index + 2, of: Self.list)
        editor.replaceElement(index + 3, of: Self.list, with: 3)
      }
      #expect(editor.text.utf8.count != reading.source.bytes.count)
    }
    #expect(time < .seconds(20), "\(time)")
  }
}
