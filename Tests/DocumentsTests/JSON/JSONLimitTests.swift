import Foundation
import Testing

@testable import Documents

struct JSONLimitTests {
  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test func acceptsArraysFiveHundredTwelveDeep() {
    #expect(Reading(Self.nested(512)).findings == [])
  }

  @Test func refusesArraysFiveHundredThirteenDeep() {
    let reading = Reading(Self.nested(513))
    #expect(reading.node == nil)
    #expect(
      reading.findings == [
        "1:513-514 arrays and objects are nested more than 512 deep; "
          + "remove the nesting that does not belong here"
      ])
  }

  @Test func countsObjectsAsDeepAsArrays() {
    let open = String(repeating: "{\"a\":[", count: 256)
    let close = String(repeating: "]}", count: 256)
    #expect(Reading(open + close).node != nil)
    #expect(Reading(open + "{}" + close).node == nil)
  }

  @Test func countsDepthAndNotBrackets() {
    let text = "[" + String(repeating: "[[]],", count: 2000) + "{}]"
    #expect(Reading(text).node?.elements.count == 2001)
  }

  @Test(arguments: ["[", "{\"\":", "[{\"\":"])
  func refusesAHundredThousandOpeningBracketsOnASmallStack(_ bracket: String) async {
    let text = String(repeating: bracket, count: 100_000)
    #expect(await onAStack(of: 128 << 10) { Reading(text).node == nil })
  }

  @Test func readsTheDeepestTextOnASmallStack() async {
    let text = Self.nested(512)
    #expect(await onAStack(of: 128 << 10) { Reading(text).node != nil })
  }

  /// A debug build takes about 1.5 KiB a level; an optimized one needs a tenth of it.
  @Test func writesAndComparesTheDeepestTextOnTwoMebibytesOfStack() async {
    let text = Self.nested(512)
    let isSame = await onAStack(of: 2 << 20) {
      guard let node = Reading(text).node else { return false }
      return JSONWriter.line(node) == text && node.isEqual(to: node)
        && Reading(JSONWriter.document(node)).node?.isEqual(to: node) == true
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

  @Test func refusesAFileBeyondTheSizeLimit() {
    let source = SourceText(name: "big.json", "[1, 2]   ")
    var diagnostics: [Diagnostic] = []
    #expect(JSONReader.read(source, sizeLimit: 9, &diagnostics) != nil)
    #expect(diagnostics.isEmpty)
    #expect(JSONReader.read(source, sizeLimit: 8, &diagnostics) == nil)
    #expect(
      diagnostics.map { Reading.describe($0, in: source) } == [
        "1:1-1 the file has 9 bytes, more than the limit of 8; "
          + "split the file or remove what does not belong in it"
      ])
  }

  @Test func readsFilesOfUpTo256Mebibytes() {
    #expect(SourceText.sizeLimit == 268_435_456)
  }
}
