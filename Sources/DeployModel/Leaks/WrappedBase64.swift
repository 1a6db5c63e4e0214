/// Lines of base64 that belong together, joined: a value can stand at the end of one line and at
/// the beginning of the next.
///
/// All lines but the last have the same length, of 40 digits or more; they may be indented.
///
/// Source: RFC 2045, section 6.8, and RFC 7468, section 2, for lines of 76 and of 64 digits.
struct WrappedBase64 {
  /// The digits of all lines.
  let digits: [UInt8]
  private let lines: [Range<Int>]
  private let length: Int

  private static let shortestLine = 40

  private init(_ lines: [Range<Int>], in bytes: SecretShape.Bytes) {
    digits = lines.flatMap { bytes[$0] }
    self.lines = lines
    length = lines[0].count
  }

  /// Where a part of the digits stands in the text; nothing if it is on one line.
  func rangeOverLines(of part: Range<Int>) -> Range<Int>? {
    let (first, last) = (part.lowerBound / length, (part.upperBound - 1) / length)
    guard first < last else { return nil }
    return lines[first].lowerBound + part.lowerBound % length..<lines[last].lowerBound
      + (part.upperBound - 1) % length + 1
  }

  /// The blocks of two lines and more in a text.
  static func blocks(in bytes: SecretShape.Bytes) -> [WrappedBase64] {
    var blocks: [WrappedBase64] = []
    var open: [Range<Int>] = []
    var start = bytes.startIndex
    func close() {
      if open.count > 1 { blocks.append(WrappedBase64(open, in: bytes)) }
      open = []
    }
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = digits(of: start..<end, in: bytes)
      start = end + 1
      let isLong = line.count >= shortestLine
      guard isLong || !open.isEmpty, bytes[line].allSatisfy(isDigit) else {
        close()
        continue
      }
      if let first = open.first, line.count > first.count { close() }
      if isLong || !open.isEmpty { open.append(line) }
      // A shorter line is the last one.
      if let first = open.first, line.count < first.count { close() }
    }
    close()
    return blocks
  }

  /// A line without white space at its ends.
  private static func digits(of line: Range<Int>, in bytes: SecretShape.Bytes) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while start < end, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "+/-_=".utf8.contains(byte)
  }
}
