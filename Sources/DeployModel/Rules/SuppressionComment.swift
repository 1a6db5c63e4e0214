import Documents

/// A suppression in a comment: the key of `Suppression`, codes with commas between them, and the
/// reason up to the end of the line or of the comment.
///
/// The key stands right behind what opens the comment: a text that only speaks of suppressions is
/// none. A comment that has its line for itself is about the line below, too.
struct SuppressionComment: Hashable, Sendable {
  /// A part of the line, with its columns.
  struct Word: Hashable, Sendable {
    var text: String
    var start: SourcePosition
    var end: SourcePosition
  }

  /// The key, which everything is pointed at that is wrong with the comment as a whole.
  var key: Word
  var codes: [Word]
  var reason: String
  /// The lines whose findings it leaves out.
  var lines: ClosedRange<Int>
}

extension SuppressionComment {
  private typealias Bytes = SecretShape.Bytes

  private static let key: StaticString = "flyconf:ignore"
  private static let openings = ["#", "//", "*", "--", ";", "%"].map { Array($0.utf8) }
  private static let closings: [StaticString] = ["*/", "-->", "#}", "%}", "%>"]
  /// What may surround a comment that has its line for itself.
  private static let marks = Set("#/*-;%!<>{}` \t\r".utf8)
  /// What stands behind this many bytes belongs to no reason.
  private static let longestComment = 1 << 10

  /// The comments of a text.
  static func all(in source: SourceText) -> [SuppressionComment] {
    source.bytes.withUnsafeBufferPointer { bytes in
      find(in: bytes, bytes.startIndex..<bytes.endIndex, from: LineCursor())
    }
  }

  /// The comments that begin in a range of bytes.
  ///
  /// - Parameter cursor: Where the range begins.
  static func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from cursor: LineCursor
  ) -> [SuppressionComment] {
    var found: [SuppressionComment] = []
    var (cursor, reached) = (cursor, range.lowerBound)
    while let index = ByteSearch.first(key, in: bytes[reached...]), index < range.upperBound {
      cursor.advance(over: bytes[reached..<index])
      if let comment = SuppressionComment(in: bytes, at: index, cursor) { found.append(comment) }
      let end = index + key.utf8CodeUnitCount
      cursor.advance(over: bytes[index..<end])
      reached = end
    }
    return found
  }

  private init?(in bytes: Bytes, at index: Int, _ cursor: LineCursor) {
    guard Self.isOpened(before: index, in: bytes) else { return nil }
    let rest = bytes[index...].prefix(Self.longestComment).prefix { $0 != 0x0A }
    let closing = Self.closings.compactMap { ByteSearch.first($0, in: rest) }.min()
    var reader = CommentReader(rest[..<(closing ?? rest.endIndex)], cursor)
    key = reader.word(length: Self.key.utf8CodeUnitCount)
    guard reader.isAtBlank else { return nil }
    codes = reader.list()
    reason = reader.remainder()
    let line = cursor.position.line
    let isAlone =
      Self.hasLineStart(before: index, in: bytes, column: cursor.position.column)
      && (closing.map { rest[$0...].allSatisfy(Self.marks.contains) } ?? true)
    lines = line...(isAlone ? line + 1 : line)
  }

  private static func isOpened(before index: Int, in bytes: Bytes) -> Bool {
    let before = bytes[..<index]
    let end = (before.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? -1) + 1
    return openings.contains { opening in
      end >= opening.count && bytes[end - opening.count..<end].elementsEqual(opening)
    }
  }

  /// Whether nothing but marks stands in front of it on its line.
  private static func hasLineStart(before index: Int, in bytes: Bytes, column: Int) -> Bool {
    // Marks are characters of one byte: as many of them as there are columns are all.
    let count = column - 1
    return count <= index && bytes[index - count..<index].allSatisfy(marks.contains)
  }
}

/// Reads one comment, word by word.
private struct CommentReader {
  private var rest: Slice<SecretShape.Bytes>
  private var cursor: LineCursor

  init(_ bytes: Slice<SecretShape.Bytes>, _ cursor: LineCursor) {
    rest = bytes
    self.cursor = cursor
  }

  var isAtBlank: Bool { rest.first.map(ASCII.isSpace) ?? true }

  mutating func word(length: Int) -> SuppressionComment.Word {
    let part = rest.prefix(length)
    let start = cursor.position
    skip(length)
    return SuppressionComment.Word(
      text: String(decoding: part, as: UTF8.self), start: start, end: cursor.position)
  }

  /// Words with commas between them.
  mutating func list() -> [SuppressionComment.Word] {
    var words: [SuppressionComment.Word] = []
    while true {
      skipBlanks()
      let length = rest.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: ",") }.count
      if length > 0 { words.append(word(length: length)) }
      skipBlanks()
      guard rest.first == UInt8(ascii: ",") else { return words }
      skip(1)
    }
  }

  /// What is left, without white space around it.
  func remainder() -> String {
    let end = rest.lastIndex { !ASCII.isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private mutating func skipBlanks() { skip(rest.prefix(while: ASCII.isSpace).count) }

  private mutating func skip(_ length: Int) {
    cursor.advance(over: rest.prefix(length))
    rest = rest.dropFirst(length)
  }
}
