import Testing

@testable import Documents

/// How that looks which an editor inserts.
struct InsertedLayoutTests {
  private static let root = FieldPath()
  private static let entry = Node.object(["k": "v", "tags": ["x", "y"], "on": .object(["a": 1])])

  private func inserting(_ element: Node, at index: Int, into text: String) throws -> String {
    let reading = Reading(text)
    var editor = JSONEditor(reading.source, try #require(reading.node))
    editor.insert(element, at: index, into: Self.root)
    return editor.text
  }

  private func setting(_ key: String, to value: Node, in text: String) throws -> String {
    let reading = Reading(text)
    var editor = JSONEditor(reading.source, try #require(reading.node))
    editor.set(key, to: value, in: Self.root, order: [])
    return editor.text
  }

  @Test func standsOnALineIndentedLikeTheFirstSibling() throws {
    #expect(try inserting(9, at: 1, into: "[\n\t1,\n\t2\n]") == "[\n\t1,\n\t9,\n\t2\n]")
    #expect(try inserting(9, at: 0, into: "[\n    1\n]") == "[\n    9,\n    1\n]")
    #expect(
      try setting("b", to: 9, in: "{\n    \"a\" : 1\n}")
        == "{\n    \"a\" : 1,\n    \"b\" : 9\n}")
  }

  @Test func standsOnTheLineThatItsSiblingsShare() throws {
    #expect(try inserting(9, at: 1, into: "[1, 2]") == "[1, 9, 2]")
    #expect(try inserting(9, at: 2, into: "[ 1, 2 ]") == "[ 1, 2, 9 ]")
    #expect(try inserting(9, at: 1, into: "[\n  1, 2\n]") == "[\n  1, 9, 2\n]")
    #expect(try inserting(9, at: 1, into: "[1]") == "[1, 9]")
    #expect(try inserting([[1], 2], at: 0, into: "[1]") == "[[[1], 2], 1]")
    #expect(
      try setting("b", to: Self.entry, in: #"{"a": 1}"#)
        == #"{"a": 1, "b": {"k": "v", "tags": ["x", "y"], "on": {"a": 1}}}"#)
  }

  @Test func hasNoSpacesWhereItsSiblingsHaveNone() throws {
    #expect(try inserting([9, 8], at: 1, into: "[1,2]") == "[1,[9,8],2]")
    #expect(try setting("b", to: [1, 2], in: #"{"a":1}"#) == #"{"a":1,"b":[1,2]}"#)
    #expect(
      try inserting(.object(["a": 2]), at: 1, into: #"[{"a":1}]"#) == #"[{"a":1},{"a":2}]"#)
  }

  @Test func goesOnOverLinesByTheLayoutOfTheWriter() throws {
    #expect(
      try inserting(Self.entry, at: 1, into: "[\r\n\t0\r\n]\r\n")
        == "[\r\n\t0,\r\n\t{\r\n\t  \"k\": \"v\",\r\n\t  \"tags\": [\"x\", \"y\"],\r\n\t  \"on\": {"
        + "\r\n\t    \"a\": 1\r\n\t  }\r\n\t}\r\n]\r\n")
    #expect(
      try inserting(.object(["a": 2]), at: 1, into: "  [{\n    \"a\": 1\n  }]")
        == "  [{\n    \"a\": 1\n  }, {\n    \"a\": 2\n  }]")
  }

  @Test func isAnObjectOnOneLineAmongSuch() throws {
    let text = "[\n  {\"a\": 1},\n  {\"a\": 2}\n]\n"
    #expect(
      try inserting(.object(["a": 3]), at: 2, into: text)
        == "[\n  {\"a\": 1},\n  {\"a\": 2},\n  {\"a\": 3}\n]\n")
    #expect(
      try setting("b", to: .object(["y": 2]), in: "{\n  \"b\": {\"x\": 1},\n  \"c\": 2\n}")
        == "{\n  \"b\": {\"y\": 2},\n  \"c\": 2\n}")
  }

  @Test func isIndentedByTwoSpacesInWhatWasEmpty() throws {
    #expect(
      try inserting(.object(["a": 1]), at: 0, into: " [ ]")
        == " [\n   {\n     \"a\": 1\n   }\n ]")
    #expect(try setting("a", to: 1, in: "{}\n") == "{\n  \"a\": 1\n}\n")
    #expect(try setting("a", to: 1, in: "{}\r\n") == "{\r\n  \"a\": 1\r\n}\r\n")
    #expect(try inserting("x", at: 0, into: "[]") == "[\"x\"]")
  }

  @Test func takesThePlaceOfWhatIsRemovedThere() throws {
    let reading = Reading("[1,  2,\n 3 , 4]")
    var editor = JSONEditor(reading.source, try #require(reading.node))
    editor.removeElement(1, of: Self.root)
    editor.removeElement(2, of: Self.root)
    editor.insert(9, at: 2, into: Self.root)
    #expect(editor.text == "[1,  9 , 4]")
  }

  @Test func followsSiblingsThatStartBesideTheBracket() throws {
    #expect(
      try setting("c", to: .object(["x": 1]), in: "{\"a\": 1,\n \"b\": 2}")
        == "{\"a\": 1,\n \"b\": 2,\n \"c\": {\n   \"x\": 1\n }}")
    #expect(
      try setting("b", to: 2, in: "{\n  \"a\":\n    1\n}")
        == "{\n  \"a\":\n    1,\n  \"b\": 2\n}")
  }

  /// Where the document is as the writer writes it, so is what it becomes.
  @Test(arguments: 86...95) func breaksAnArrayWhereTheWriterDoes(length: Int) throws {
    let text = Node(.string(String(repeating: "x", count: length)))
    let long: Node = [text]
    let result: Node = .object(["a": long, "b": long])
    let document = JSONWriter.document
    let first = try setting("a", to: long, in: document(.object(["a": 0, "b": 0])))
    #expect(try setting("b", to: long, in: first) == document(result))
    let alone: Node = .object(["a": 0])
    #expect(try setting("a", to: long, in: document(alone)) == document(.object(["a": long])))
    #expect(
      try setting("b", to: long, in: document(alone)) == document(.object(["a": 0, "b": long])))
    #expect(try inserting(long, at: 1, into: document([[[0]]])) == document([[[0]], long]))
    #expect(try inserting(long, at: 0, into: document([[[0]]])) == document([long, [[0]]]))

    for old: Node in [.object(["a": 0]), .object(["b": 0]), .object(["a": 0, "b": 0])] {
      #expect(try settingBoth(to: long, in: document(old)) == document(result))
    }
    #expect(try filling(with: text, document(.object(["a": [], "b": []]))) == document(result))
  }

  private func settingBoth(to value: Node, in text: String) throws -> String {
    let reading = Reading(text)
    var editor = JSONEditor(reading.source, try #require(reading.node))
    for key in ["a", "b"] { editor.set(key, to: value, in: Self.root, order: ["a", "b"]) }
    return editor.text
  }

  private func filling(with element: Node, _ text: String) throws -> String {
    let reading = Reading(text)
    var editor = JSONEditor(reading.source, try #require(reading.node))
    for key in ["a", "b"] { editor.insert(element, at: 0, into: Self.root.appending(key)) }
    return editor.text
  }
}
