import Documents
import Testing

@Suite struct JSONLineWriterTests {
  @Test(arguments: [
    "", "plain", "Größe", "\u{1F680}", "\"quoted\"", "back\\slash", "a/b", "\n\r\t\u{8}\u{C}",
    "\0\u{1F}",
    "e\u{301}\u{200D}", "\u{7F}\u{2028}",
  ])
  func isTheLineOfANodeWithTheSameMembers(_ text: String) throws {
    var line = JSONLineWriter()
    line.add("text", text)
    line.add("number", UInt64.max)
    line.add("node", Node(.array([Node(.string(text)), Node(.null), Node(.bool(true))])))
    let node: Node = .object([
      "text": Node(.string(text)), "number": Node(.number(Number(literal: "\(UInt64.max)"))),
      "node": Node(.array([Node(.string(text)), Node(.null), Node(.bool(true))])),
    ])
    let bytes = line.closed()
    #expect(bytes == Array(JSONWriter.line(node).utf8))
    var diagnostics: [Diagnostic] = []
    let source = SourceText(name: "line", bytes: bytes)
    let read = try #require(JSONReader.read(source, &diagnostics))
    #expect(diagnostics.isEmpty && read.isEqual(to: node))
  }

  @Test func anObjectWithoutMembersIsOne() {
    #expect(JSONLineWriter().closed() == Array("{}".utf8))
  }
}
