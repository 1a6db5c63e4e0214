/// The lines of a document, and which of them belong to which statement.
struct TOMLLines {
  let document: TOMLDocument
  let newline: String
  private let bytes: [UInt8]
  /// The first byte behind a byte order mark.
  private let start: Int

  init(_ document: TOMLDocument) {
    self.document = document
    let bytes = document.source.bytes
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes.firstIndex(of: UInt8(ascii: "\n"))
    let isCRLF = first.map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
    newline = isCRLF ? "\r\n" : "\n"
  }

  // MARK: Lines

  func lineStart(of offset: Int) -> Int {
    bytes[start..<max(start, offset)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
  }

  /// The first byte behind the line break of a line.
  func lineEnd(of offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  /// The white space that begins the line of a statement.
  func indentation(of statement: Int) -> String {
    let offset = document.statements[statement].span.range.lowerBound
    return String(decoding: bytes[lineStart(of: offset)..<offset], as: UTF8.self)
  }

  private func text(ofLineAt start: Int) -> ArraySlice<UInt8> {
    bytes[start..<lineEnd(of: start)].drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
  }

  private func isEmpty(lineAt start: Int) -> Bool {
    text(ofLineAt: start).allSatisfy { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
  }

  private func isComment(lineAt start: Int) -> Bool {
    text(ofLineAt: start).first == UInt8(ascii: "#")
  }

  // MARK: Statements

  /// The whole lines of a statement.
  func lines(of statement: Int) -> Range<Int> {
    let range = document.statements[statement].span.range
    return lineStart(of: range.lowerBound)..<lineEnd(of: range.upperBound)
  }

  /// The statements of a section: those under one header, without it, or those above all.
  func section(of header: Int?) -> Range<Int> {
    let first = header.map { $0 + 1 } ?? 0
    let rest = document.statements[first...]
    return first..<(rest.firstIndex { $0.kind != .pair } ?? rest.endIndex)
  }

  /// Where the comment begins that stands directly above a header, or else the header's line. A
  /// comment that begins the file speaks of the file.
  func start(ofHeader header: Int) -> Int {
    let line = lineStart(of: document.statements[header].span.range.lowerBound)
    var first = line
    while first > start {
      let before = lineStart(of: first - 1)
      guard isComment(lineAt: before) else { return first }
      first = before
    }
    return line
  }

  /// Where the comment ends that stands directly below a statement, unless it belongs to what
  /// follows, or else the statement's line.
  func end(ofSectionAt last: Int) -> Int {
    let end = lines(of: last).upperBound
    var next = end
    while next < bytes.count, isComment(lineAt: next) { next = lineEnd(of: next) }
    return next == bytes.count || isEmpty(lineAt: next) ? next : end
  }

  /// All lines of a section with its header; with the empty lines behind it, if some are before.
  func linesToRemove(ofSectionWith header: Int) -> Range<Int> {
    let first = lines(of: header).lowerBound
    let section = section(of: header)
    var end = end(ofSectionAt: section.isEmpty ? header : section.upperBound - 1)
    if first == start || isEmpty(lineAt: lineStart(of: first - 1)) {
      while end < bytes.count, isEmpty(lineAt: end) { end = lineEnd(of: end) }
    }
    return first..<end
  }

  /// The range with the empty lines before it, if it reaches to the end of the file.
  func withoutEmptyEnd(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound == bytes.count else { return range }
    var first = range.lowerBound
    while first > start, isEmpty(lineAt: lineStart(of: first - 1)) {
      first = lineStart(of: first - 1)
    }
    return first..<range.upperBound
  }

  // MARK: Comments

  /// The comments in whole lines, each on a line of its own that is indented as its line was.
  ///
  /// - Parameter spans: The statements in these lines, in the order of the document.
  func comments(in range: Range<Int>, outside spans: [Range<Int>]) -> String {
    var text = ""
    var offset = range.lowerBound
    let inside = spans.filter { range.contains($0.lowerBound) }
    for gapEnd in inside.map(\.lowerBound) + [range.upperBound] {
      while let comment = bytes[offset..<max(offset, gapEnd)].firstIndex(of: UInt8(ascii: "#")) {
        let end = lineEnd(of: comment)
        let margin = bytes[lineStart(of: comment)...].prefix { $0 == UInt8(ascii: " ") || $0 == 9 }
        let content = bytes[comment..<end].filter { $0 != UInt8(ascii: "\n") }
        let written = content.last == UInt8(ascii: "\r") ? content.dropLast() : content[...]
        text += String(decoding: margin + written, as: UTF8.self) + newline
        offset = end
      }
      offset = inside.first { $0.lowerBound == gapEnd }?.upperBound ?? gapEnd
    }
    return text
  }
}
