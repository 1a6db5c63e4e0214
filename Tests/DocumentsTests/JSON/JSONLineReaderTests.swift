import Documents
import Testing

@Suite struct JSONLineReaderTests {
  private static func reader(_ line: String) -> JSONLineReader {
    // With something before and behind, which is not the line's.
    let bytes = Array("}\n\(line)\n{".utf8)
    return JSONLineReader(SourceText(name: "log", bytes: bytes), 2..<bytes.count - 2)
  }

  @Test(arguments: [
    "", "plain", "Größe", "\u{1F680}", "\"quoted\"", "back\\slash", "\\", "a/b", "\n\r\t\u{8}\u{C}",
    "\0\u{1F}", "e\u{301}\u{200D}", "\u{7F}\u{2028}", "\",\"number\":1}",
  ])
  func readsBackWhatWasWritten(_ text: String) {
    let node = Node(.array([Node(.string(text)), Node(.null), Node(.bool(true))]))
    var writer = JSONLineWriter()
    writer.add("text", text)
    writer.add("number", UInt64.max)
    writer.add("zero", UInt64(0))
    writer.add("node", node)
    var reader = Self.reader(String(decoding: writer.closed(), as: UTF8.self))
    let absent = reader.text("absent")
    #expect(absent == nil && !reader.isAtEnd)
    let read = reader.text("text")
    #expect(read?.utf8.elementsEqual(text.utf8) == true)
    let skipped = reader.number("text")
    let largest = reader.number("number")
    let least = reader.number("zero")
    #expect(skipped == nil && largest == .max && least == 0 && !reader.isAtEnd)
    let last = reader.last("node")
    #expect(last?.isEqual(to: node) == true && reader.isAtEnd)
  }

  @Test func severalLinesAreEndedByNewlines() {
    var writer = JSONLineWriter()
    writer.add("a", "1")
    writer.add("b", UInt64(2))
    writer.endLine()
    writer.endLine()
    writer.add("c", "3")
    writer.endLine()
    #expect(writer.bytes == Array("{\"a\":\"1\",\"b\":2}\n{}\n{\"c\":\"3\"}\n".utf8))
  }

  @Test(arguments: [
    "", "{", "}", "[]", "null", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":\"", "{\"a\":\"x",
    "{\"a\":\"\\",
    "{\"a\":\"\\\"", "{\"a\":\"\\\"}", "{\"a\":1", "{\"a\":\"x\"", "{\"a\":\"x\",}",
    "{\"a\":\"x\"}}",
    "{\"a\":\"x\"} ", " {\"a\":\"x\"}", "{ \"a\":\"x\"}", "{\"a\": \"x\"}", "{,\"a\":\"x\"}",
    "{\"a\":\"x\",\"a\":\"x\"}", "{\"b\":\"x\"}", "{\"a\":1}", "{\"a\":null}", "{\"aa\":\"x\"}",
    "{\"a\":\"\\q\"}", "{\"a\":\"\\ud800\"}",
  ])
  func aLineOfAnotherFormIsNotReadToItsEnd(_ line: String) {
    var reader = Self.reader(line)
    let text = reader.text("a")
    #expect(text == nil || !reader.isAtEnd, "\(line)")
  }

  @Test(arguments: [
    "-1", "+1", "1.0", "1e3", "18446744073709551616", "99999999999999999999", "\"1\"", "x", "",
  ])
  func whatIsNoWholeNumberIsNotReadToItsEnd(_ number: String) {
    var reader = Self.reader("{\"n\":\(number)}")
    let value = reader.number("n")
    #expect(value == nil || !reader.isAtEnd)
  }

  @Test(arguments: [
    "{\"n\":}", "{\"n\":[1}", "{\"n\":1,\"m\":2}", "{\"n\"", "{\"n\":", "{\"m\":1}",
  ])
  func whatIsNotTheLastMemberIsNotReadAsIt(_ line: String) {
    var reader = Self.reader(line)
    let last = reader.last("n")
    #expect(last == nil && !reader.isAtEnd)
  }
}
