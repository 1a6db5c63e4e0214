import Documents

/// What stands in front of a place on its line, for a place that only moves forward: a line may be
/// as long as a file, and hold thousands of comments.
struct CommentedLine {
  private let bytes: SecretShape.Bytes
  private(set) var index: Int
  private(set) var cursor: LineCursor
  /// Whether there are nothing but marks.
  private(set) var hasOnlyMarks: Bool
  /// The quotation mark of the string that has begun and not ended.
  private(set) var quote: UInt8?
  private var isEscaped = false

  /// What may surround a comment that has its line for itself.
  static let marks = Set("#/*-;%!<>{}` \t\r".utf8)

  /// - Parameters:
  ///   - index: The place in the bytes, which may begin in the middle of the line.
  ///   - cursor: The place in the file.
  init(_ bytes: SecretShape.Bytes, at index: Int, _ cursor: LineCursor) {
    self.bytes = bytes
    self.cursor = cursor
    let start = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 }
    // Marks are characters of one byte: as many of them as there are columns are all.
    hasOnlyMarks = start != nil || cursor.position.column - 1 <= index
    self.index = start ?? 0
    while self.index < index { step() }
  }

  mutating func advance(to end: Int) {
    cursor.advance(over: bytes[index..<end])
    while index < end { step() }
  }

  /// Where the string ends in which the place stands, if it does so on this line.
  func endOfString(in rest: Slice<SecretShape.Bytes>) -> Int? {
    guard let quote else { return nil }
    let end = rest.indices.first { rest[$0] == quote && !isApostrophe($0) }
    return end.map { end in (rest[..<end].lastIndex { $0 != 0x5C } ?? rest.startIndex - 1) + 1 }
  }

  private mutating func step() {
    let byte = bytes[index]
    if byte == 0x0A { hasOnlyMarks = true }
    if !Self.marks.contains(byte), byte != 0x0A { hasOnlyMarks = false }
    switch byte {
    case 0x0A, 0x0D: (quote, isEscaped) = (nil, false)
    case _ where isEscaped: isEscaped = false
    case 0x5C: isEscaped = quote != nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      if !isApostrophe(index) { quote = quote == nil ? byte : quote == byte ? nil : quote }
    default: break
    }
    index += 1
  }

  /// Whether a single quotation mark stands inside of a word.
  private func isApostrophe(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "'"), index > 0, index + 1 < bytes.count else {
      return false
    }
    return ASCII.isAlphanumeric(bytes[index - 1]) && ASCII.isAlphanumeric(bytes[index + 1])
  }
}
