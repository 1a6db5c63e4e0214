import Testing

@testable import Documents

struct JSONWriterTests {
  @Test func readsBackAsWhatWasWritten() throws {
    var random = RandomJSON(seed: 1)
    for _ in 0..<1000 {
      let node = random.node()
      let document = JSONWriter.document(node)
      let line = JSONWriter.line(node)
      #expect(try json(document).isEqual(to: node), "\(document)")
      #expect(try json(line).isEqual(to: node), "\(line)")
      #expect(JSONWriter.document(try json(document)) == document)
      #expect(document.hasSuffix("\n") && !document.hasSuffix("\n\n"))
      #expect(!line.unicodeScalars.contains("\n"))
    }
  }

  @Test func indentsByTwoSpacesAndEndsInANewline() throws {
    let node = try json(
      #"{"a":{"b":[{"c":1.50},[]]},"d":{},"e":[],"f":[1,null,"x"],"g":[[1]]}"#)
    #expect(
      JSONWriter.document(node) == """
        {
          "a": {
            "b": [
              {
                "c": 1.50
              },
              []
            ]
          },
          "d": {},
          "e": [],
          "f": [1, null, "x"],
          "g": [
            [1]
          ]
        }

        """)
    #expect(JSONWriter.document("x") == "\"x\"\n")
  }

  @Test func writesALineWithoutSpaces() throws {
    let text = #"{"a":[1,{"b":null}],"c":"x y","d":{}}"#
    #expect(JSONWriter.line(try json(text)) == text)
  }

  /// `  "a": ["…"]` has eleven columns beside the text.
  @Test func keepsAnArrayOnOneLineOfUpToOneHundredColumns() {
    func lines(_ length: Int, isLast: Bool) -> [Substring] {
      let array = Node(.array([Node(.string(String(repeating: "x", count: length)))]))
      let node = isLast ? Node.object(["a": array]) : .object(["a": array, "b": 1])
      return JSONWriter.document(node).split(separator: "\n")
    }
    #expect(lines(89, isLast: true).map { $0.count } == [1, 100, 1])
    #expect(lines(90, isLast: true).map { $0.count } == [1, 8, 96, 3, 1])
    // The comma behind it counts.
    #expect(lines(88, isLast: false)[1].count == 100)
    #expect(lines(89, isLast: false)[1] == "  \"a\": [")
  }

  @Test func keepsAnElementOfAnArrayWithinOneHundredColumns() {
    let text = Node(.string(String(repeating: "x", count: 94)))
    let node: Node = [[text], [text]]
    let lines = JSONWriter.document(node).split(separator: "\n")
    #expect(lines.map { $0.count } == [1, 3, 100, 4, 100, 1])
  }

  @Test func escapesNoMoreThanItMust() {
    #expect(
      JSONWriter.quoted("/\"\\\u{8}\u{C}\n\r\t\0\u{1F}\u{7F}é\u{2028}🚀</script>")
        == #""/\"\\\b\f\n\r\t\u0000\u001f"# + "\u{7F}é\u{2028}🚀</script>\"")
  }
}
