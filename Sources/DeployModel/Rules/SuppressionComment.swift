import Documents

/// A suppression in a comment: the key of `Suppression` in any case, codes with commas or blanks
/// between them, and the reason up to the end of the line, of the comment or of the string in which
/// it stands.
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
  /// What stands behind this many bytes belongs to no reason.
  private static let longestComment = 1 << 10
  /// How many blanks may stand between what opens a comment and the key.
  private static let longestGap = 64

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
    var reached = range.lowerBound
    var line: CommentedLine?
    while let index = ByteSearch.first(key, ignoringCaseIn: bytes[reached...]),
      index < range.upperBound
    {
      var before = line ?? CommentedLine(bytes, at: range.lowerBound, cursor)
      before.advance(to: index)
      if let comment = SuppressionComment(in: bytes, behind: before) { found.append(comment) }
      line = before
      reached = index + key.utf8CodeUnitCount
    }
    return found
  }

  /// - Parameter before: What stands in front of the key.
  private init?(in bytes: Bytes, behind before: CommentedLine) {
    guard Self.isOpened(before: before.index, in: bytes) else { return nil }
    let rest = bytes[before.index...].prefix(Self.longestComment)
      .prefix { $0 != 0x0A && $0 != 0x0D }
    let behindKey = rest.dropFirst(Self.key.utf8CodeUnitCount)
    let closing = Self.closing(between: rest.startIndex, and: rest.endIndex, in: bytes)
    guard closing == behindKey.startIndex || Self.endsKey(behindKey.first) else { return nil }
    let end = [closing, before.endOfString(in: behindKey)].compactMap(\.self).min()
    var reader = CommentReader(rest[..<(end ?? rest.endIndex)], before.cursor)
    key = reader.word(length: Self.key.utf8CodeUnitCount)
    reader.skipMark()
    codes = reader.codes()
    reason = reader.remainder()
    let line = before.cursor.position.line
    let isAlone =
      before.hasOnlyMarks
      && (closing.map { rest[$0...].allSatisfy(CommentedLine.marks.contains) } ?? true)
    lines = line...(isAlone ? line + 1 : line)
  }

  private static func isOpened(before index: Int, in bytes: Bytes) -> Bool {
    let before = bytes[..<index]
    let blanks = before.suffix(longestGap).reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let end = index - blanks
    return openings.contains { opening in
      end >= opening.count && bytes[end - opening.count..<end].elementsEqual(opening)
    }
  }

  /// Where a comment is closed that does not end with its line: `*/`, `-->`, `#}`, `%}` or `%>`.
  private static func closing(between start: Int, and end: Int, in bytes: Bytes) -> Int? {
    var (before, index) = (UInt8(0), start)
    while index < end {
      let byte = bytes[index]
      switch (before, byte) {
      case (0x2A, 0x2F), (0x23, 0x7D), (0x25, 0x7D), (0x25, 0x3E): return index - 1
      case (0x2D, 0x3E) where index - 2 >= start && bytes[index - 2] == 0x2D: return index - 2
      default: break
      }
      before = byte
      index += 1
    }
    return nil
  }

  /// Whether the key is whole in front of a byte, or of the end.
  private static func endsKey(_ next: UInt8?) -> Bool {
    next.map { ASCII.isSpace($0) || CommentReader.isMark($0) } ?? true
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

  /// Whether it may stand between the key and the first code.
  static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
  }

  mutating func skipMark() {
    skipBlanks()
    if let next = rest.first, Self.isMark(next) { skip(1) }
  }

  mutating func word(length: Int) -> SuppressionComment.Word {
    let part = rest.prefix(length)
    let start = cursor.position
    skip(length)
    return SuppressionComment.Word(
      text: String(decoding: part, as: UTF8.self), start: start, end: cursor.position)
  }

  /// Words with commas between them, and whatever looks like a code behind a blank.
  mutating func codes() -> [SuppressionComment.Word] {
    var words: [SuppressionComment.Word] = []
    var isWanted = true
    while true {
      skipBlanks()
      let text = rest.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: ",") }
      guard isWanted || Self.isCode(text) else { return words }
      if !text.isEmpty { words.append(word(length: text.count)) }
      skipBlanks()
      isWanted = rest.first == UInt8(ascii: ",")
      if isWanted { skip(1) } else if text.isEmpty { return words }
    }
  }

  /// Whether a word has the form of a code, of whatever rule.
  private static func isCode(_ word: Slice<SecretShape.Bytes>) -> Bool {
    word.prefix(2).lazy.map(ASCII.lowercased).elementsEqual("fc".utf8)
      && word.dropFirst(2).first.map(ASCII.isDigit) == true
      && word.allSatisfy(ASCII.isAlphanumeric)
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
