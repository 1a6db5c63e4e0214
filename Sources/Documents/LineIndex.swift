/// The line starts of a source text, for turning byte offsets into lines and columns.
///
/// It is made only for sources that have findings: a text of 45 MB costs a scan that a clean
/// project need not pay.
package struct LineIndex: Sendable {
  private let source: SourceText
  private let starts: [Int]

  package init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The line and column of a byte offset; an offset past the end means the end.
  package func location(of offset: Int) -> SourcePosition {
    let offset = min(offset, source.bytes.count)
    let line = lineNumber(of: offset)
    let before = source.bytes[starts[line - 1]..<offset]
    // Continuation bytes belong to the scalar before them.
    let column = before.reduce(into: 1) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
    return SourcePosition(line: line, column: column)
  }

  /// The text of a line without its line ending.
  package func line(_ number: Int) -> String {
    guard starts.indices.contains(number - 1) else { return "" }
    let start = starts[number - 1]
    var end = starts.indices.contains(number) ? starts[number] - 1 : source.bytes.count
    if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: source.bytes[start..<end], as: UTF8.self)
  }

  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
