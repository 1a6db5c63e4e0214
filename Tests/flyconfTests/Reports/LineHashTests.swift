import Testing

@testable import flyconf

/// The published hashes of lines.
@Suite struct LineHashTests {
  private func hashes(_ text: String, _ count: Int) -> String {
    let hash = LineHash(text)
    #expect(hash[count + 1] == nil)
    return (1...count).compactMap { hash[$0] }.joined(separator: ",")
  }

  @Test func agreesWithThePublishedValues() {
    #expect(hashes("", 1) == "c129715d7a2bc9a3:1")
    #expect(
      hashes(" a\nb\n  \t\tc\n d", 4)
        == "271789c17abda88f:1,54703d4cd895b18:1,180aee12dab6264:1,a23a3dc5e078b07b:1")
    #expect(
      hashes("x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n", 8)
        == "e54938cc54b302f1:1,bb609acbe9138d60:1,1131fd5871777f34:1,5c482a0f8b35ea28:1,"
        + "54517377da7028d2:1,2c644846cb18d53e:1,f1b89f20de0d133:1,c129715d7a2bc9a3:1")
  }

  @Test func everyLineBreakIsOne() {
    #expect(hashes("a\r\nb\rc\n", 4) == hashes("a\nb\nc\n", 4))
    #expect(hashes("a b\t\nc", 2) == hashes("ab\nc", 2))
  }

  @Test func linesWithOneHashAreNumbered() {
    let text = String(repeating: "x\n", count: 300)
    let hash = LineHash(text)
    #expect(hash[1]?.hasSuffix(":1") ?? false)
    #expect(hash[2]?.hasSuffix(":2") ?? false)
    #expect(hash[1]?.dropLast(2) == hash[2]?.dropLast(2))
  }
}
