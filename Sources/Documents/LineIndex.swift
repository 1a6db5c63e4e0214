/// The line starts of a source text, for turning byte offsets into lines and columns.
///
/// It is made only for sources that have findings: a text of 45 MB costs a scan that a clean
/// project need not pay.
package struct LineIndex: Sendable {
  private static let blockSize = 4096

  private let source: SourceText
  private let starts: [Int]
  /// How many Unicode scalars begin before each block of the source, so that a column far into a
  /// line of millions of characters is found without counting from its beginning.
  private let scalarsBefore: [Int]

  package init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    var scalarsBefore = [0]
    var count = 0
    for (offset, byte) in source.bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      if byte.beginsScalar { count += 1 }
      if (offset + 1) % Self.blockSize == 0 { scalarsBefore.append(count) }
    }
    self.starts = starts
    self.scalarsBefore = scalarsBefore
  }

  /// The line and column of a byte offset; an offset past the end means the end.
  package func location(of offset: Int) -> SourcePosition {
    let offset = min(offset, source.bytes.count)
    let line = lineNumber(of: offset)
    let column = scalars(before: offset) - scalars(before: starts[line - 1]) + 1
    return SourcePosition(line: line, column: column)
  }

  /// The byte offset of a line and column; a column past the line's end means the end.
  func offset(of position: SourcePosition) -> Int {
    let range = byteRange(ofLine: position.line)
    let wanted = scalars(before: range.lowerBound) + position.column - 1
    let block = Self.search(scalarsBefore.indices) { scalarsBefore[$0] <= wanted } - 1
    var count = scalarsBefore[max(block, 0)]
    var offset = max(block, 0) * Self.blockSize
    while offset < range.upperBound {
      if source.bytes[offset].beginsScalar {
        if count >= wanted, offset >= range.lowerBound { return offset }
        count += 1
      }
      offset += 1
    }
    return range.upperBound
  }

  /// The bytes of a line without its line ending; none for a line that the source has not.
  package func byteRange(ofLine number: Int) -> Range<Int> {
    guard starts.indices.contains(number - 1) else {
      return source.bytes.count..<source.bytes.count
    }
    let start = starts[number - 1]
    var end = starts.indices.contains(number) ? starts[number] - 1 : source.bytes.count
    if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line without its line ending.
  package func line(_ number: Int) -> String { text(byteRange(ofLine: number)) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  /// The line, from 1, that a byte offset stands in.
  func lineNumber(of offset: Int) -> Int {
    Self.search(starts.indices) { starts[$0] <= offset }
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return source.bytes[block * Self.blockSize..<offset]
      .reduce(into: scalarsBefore[block]) { count, byte in if byte.beginsScalar { count += 1 } }
  }

  /// The first index for which a condition that holds up to some index holds no longer.
  private static func search(_ indices: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var low = indices.lowerBound
    var high = indices.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  /// Whether the byte is one that in UTF-8 begins a character and does not go on with one.
  fileprivate var beginsScalar: Bool { self & 0xC0 != 0x80 }
}
