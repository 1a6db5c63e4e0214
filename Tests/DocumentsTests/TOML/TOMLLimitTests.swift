import Foundation
import Testing

@testable import Documents

struct TOMLLimitTests {
  private static func arrays(_ depth: Int) -> String {
    "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test func acceptsArraysThatWithTheRootAreFiveHundredTwelveDeep() {
    #expect(TOMLReading(Self.arrays(511)).findings == [])
  }

  @Test func refusesOneMore() {
    #expect(
      TOMLReading(Self.arrays(512)).findings == [
        "1:516-517 arrays and tables are nested more than 512 deep; "
          + "remove the nesting that does not belong here"
      ])
  }

  @Test(arguments: [
    ("[", "a.", "a]"), ("[[", "a.", "a]]"), ("", "a.", "a = 1"), ("b = ", "{a = ", "1"),
    ("[x.y]\nz = ", "[{a.b = ", "1"),
  ])
  func countsTablesOfEachKind(_ before: String, _ step: String, _ after: String) {
    let text = before + String(repeating: step, count: 600) + after
    let findings = TOMLReading(text).findings
    #expect(findings.count == 1)
    #expect(findings.first?.contains("nested more than 512 deep") == true)
  }

  @Test(arguments: [
    ("", "["), ("a = ", "["), ("a = ", "{a = "), ("", "a."), ("[", "a."), ("[[", "a."),
    ("a = ", "[{a = "), ("a = ", "\"\"\""), ("a = {", "'"),
  ])
  func refusesAHundredThousandOpeningsOnASmallStack(_ before: String, _ opening: String) async {
    let text = before + String(repeating: opening, count: 100_000)
    #expect(await onAStack(of: 128 << 10) { TOMLReading(text).document == nil })
  }

  /// A debug build takes about 1.5 KiB a level; an optimized one needs a tenth of it.
  @Test func writesAndEditsTheDeepestTextOnFourMebibytesOfStack() async {
    let texts = [
      Self.arrays(511), "[" + String(repeating: "a.", count: 510) + "a]\nx = 1",
      String(repeating: "a.", count: 510) + "a = 1",
      "a = " + String(repeating: "{a = ", count: 510) + "1" + String(repeating: "}", count: 510),
    ]
    let isSame = await onAStack(of: 4 << 20) {
      texts.allSatisfy { text in
        guard let document = TOMLReading(text).document else { return false }
        var editor = TOMLEditor(document)
        editor.set(FieldPath([.key("b")]), to: 1)
        let written = TOMLReading(TOMLWriter.document(document.root)).document
        return written?.root.isEqual(to: document.root) == true
          && TOMLReading(editor.text).document?.root.isEqual(to: editor.root) == true
      }
    }
    #expect(isSame)
  }

  private func onAStack(
    of size: Int, _ work: @escaping @Sendable () -> Bool
  ) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = size
      thread.start()
    }
  }

  /// Ten times as much takes some ten times as long; it would be a hundred if each key or table
  /// was looked for among all others.
  @Test(arguments: ["key_# = #\n", "[[a]]\nx = #\n", "[a.t#]\nx = #\n", "a.b.t# = #\n", "x # y\n"])
  func readsLongFilesInTimeThatGrowsWithTheirLength(_ pattern: String) {
    func text(_ count: Int) -> String {
      (0..<count).map { pattern.replacing("#", with: "\($0)") }.joined()
    }
    let (short, long) = (text(2000), text(20_000))
    let clock = ContinuousClock()
    let first = (0..<3).map { _ in clock.measure { _ = TOMLReading(short) } }.min() ?? .zero
    let second = clock.measure { _ = TOMLReading(long) }
    #expect(second < first * 50)
  }

  @Test func refusesAFileBeyondTheSizeLimit() {
    let source = SourceText(name: "big.toml", "a = 1   ")
    var diagnostics: [Diagnostic] = []
    #expect(TOMLReader.read(source, sizeLimit: 8, &diagnostics) != nil)
    #expect(TOMLReader.read(source, sizeLimit: 7, &diagnostics) == nil)
    #expect(
      diagnostics.map { Reading.describe($0, in: source) } == [
        "1:1-1 the file has 8 bytes, more than the limit of 7; "
          + "split the file or remove what does not belong in it"
      ])
  }
}
