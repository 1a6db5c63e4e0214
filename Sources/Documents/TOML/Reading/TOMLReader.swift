/// Reads TOML 1.0.0 (https://toml.io/en/v1.0.0) into nodes that know their places.
///
/// The specification is followed to the letter. What it leaves to a reader: a byte order mark at
/// the beginning is passed over, line breaks within strings are `\n` however the file ends its
/// lines, whole numbers have 64 bits and floats keep their literal, dates keep all their digits,
/// and at most 512 arrays and tables may stand inside one another.
///
/// After a mistake it goes on with the next value or line, so that all are found in one pass.
package struct TOMLReader {
  /// How deeply arrays and tables may nest, the root included.
  package static let depthLimit = 512
  /// How many mistakes are reported; a file with more is not TOML at all.
  package static let mistakeLimit = 50

  let source: SourceText
  let bytes: [UInt8]
  let end: Int
  var at = 0
  var tables = TOMLTables()
  /// Where the array or string begins that is being read, so that its lines are not taken for
  /// statements after a mistake.
  var openValue: Int?
  private var diagnostics: [Diagnostic] = []
  private var statements: [TOMLStatement] = []
  /// The table that the next pair belongs in.
  private var table = 0
  private var header: Int?
  private var lines: LineIndex?

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - sizeLimit: The most bytes that are read.
  ///   - diagnostics: Receives what is wrong, in the order of the source.
  /// - Returns: The document, or nothing after a mistake.
  package static func read(
    _ source: SourceText, sizeLimit: Int = SourceText.sizeLimit,
    _ diagnostics: inout [Diagnostic]
  ) -> TOMLDocument? {
    guard source.bytes.count <= sizeLimit else {
      diagnostics.append(TOMLSyntaxError.tooLarge(source, sizeLimit).diagnostic)
      return nil
    }
    if let invalid = UTF8Check.firstInvalid(source.bytes, 0..<source.bytes.count) {
      diagnostics.append(
        TOMLSyntaxError.invalidUTF8(source.bytes[invalid], at: invalid).diagnostic)
      return nil
    }
    var reader = TOMLReader(source)
    reader.readStatements()
    diagnostics += reader.diagnostics
    guard reader.diagnostics.isEmpty else { return nil }
    return TOMLDocument(
      source: source, root: reader.tables.take(0), statements: reader.statements)
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    end = source.bytes.count
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private mutating func readStatements() {
    while at < end, diagnostics.count < Self.mistakeLimit {
      openValue = nil
      let known = diagnostics.count
      do throws(TOMLSyntaxError) {
        try line()
      } catch {
        // What follows a mistake is mostly its consequence.
        if diagnostics.count == known { note(error) }
        recover()
      }
    }
  }

  private mutating func line() throws(TOMLSyntaxError) {
    skipSpace()
    switch peek {
    case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break
    case UInt8(ascii: "["): try readHeader()
    default: try readPair()
    }
    try endLine()
  }

  // MARK: Statements

  private mutating func readHeader() throws(TOMLSyntaxError) {
    let start = at
    // Whatever is wrong with the header: the keys below it are not those of the table before.
    table = tables.makeLoose(.header, depth: 1, span: Span(start..<start))
    at += 1
    let isElement = peek == UInt8(ascii: "[")
    if isElement { at += 1 }
    skipSpace()
    let keys = try dottedKey(.header)
    skipSpace()
    guard take(UInt8(ascii: "]")) else { throw unexpected(.closingBracket(isElement ? "]]" : "]")) }
    guard !isElement || take(UInt8(ascii: "]")) else {
      throw .unequalBrackets(start..<at)
    }
    open(keys, isElement: isElement, span: Span(start..<at))
  }

  private mutating func open(_ keys: [TOMLKey], isElement: Bool, span: Span) {
    do throws(TOMLConflict) {
      guard let opened = try tables.open(keys, isElement: isElement, span: span) else { return }
      table = opened.table
      header = statements.count
      statements.append(
        TOMLStatement(
          kind: isElement ? .element : .table, keys: keys, steps: opened.steps, span: span))
    } catch {
      note(error)
    }
  }

  private mutating func readPair() throws(TOMLSyntaxError) {
    let start = at
    let keys = try dottedKey(.line)
    skipSpace()
    guard take(UInt8(ascii: "=")) else { throw unexpected(.equals) }
    skipSpace()
    let place = place(for: keys, in: table)
    var content = TOMLTables.Content.unreadable
    defer {
      if let place, let key = keys.last { tables.set(key, to: content, in: place) }
    }
    content = .value(try value(depth: place.map { tables.tables[$0].depth } ?? 1))
    statements.append(
      TOMLStatement(
        kind: .pair, keys: keys, steps: keys.map { .key($0.text) }, header: header,
        span: Span(start..<at)))
  }

  /// The table that a new key belongs in, or nothing if it has no place.
  mutating func place(for keys: [TOMLKey], in table: Int) -> Int? {
    do throws(TOMLConflict) {
      return try tables.table(for: keys, in: table)
    } catch {
      note(error)
      return nil
    }
  }

  // MARK: Mistakes

  mutating func note(_ error: TOMLSyntaxError) {
    guard diagnostics.count < Self.mistakeLimit else { return }
    diagnostics.append(error.diagnostic)
  }

  private mutating func note(_ conflict: TOMLConflict) {
    let line = lineNumber(of: conflict.first.range.lowerBound)
    diagnostics.append(conflict.diagnostic(line: line))
  }

  mutating func lineNumber(of offset: Int) -> Int {
    let lines = lines ?? LineIndex(source)
    self.lines = lines
    return lines.lineNumber(of: offset)
  }

  func unexpected(_ expected: TOMLExpectation) -> TOMLSyntaxError {
    .unexpected(expected, in: bytes, at: at)
  }

  /// Goes to where reading can go on: the next line, or, within an array or a string, the next
  /// line that has the form of a statement, for its own lines are none.
  private mutating func recover() {
    guard openValue != nil else { return skipLine() }
    let line = (bytes[..<at].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let isFirst = bytes[line..<at].allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x09 }
    if isFirst { at = line } else { skipLine() }
    while at < end, !isAtStatement() { skipLine() }
  }

  private mutating func skipLine() {
    while at < end, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    if at < end { at += 1 }
  }

  private mutating func isAtStatement() -> Bool {
    let (start, known) = (at, diagnostics.count)
    defer {
      at = start
      diagnostics.removeSubrange(known...)
    }
    skipSpace()
    let isHeader = take(UInt8(ascii: "["))
    if isHeader, take(UInt8(ascii: "[")) {}
    skipSpace()
    guard (try? dottedKey(.line)) != nil else { return false }
    skipSpace()
    guard isHeader else { return peek == UInt8(ascii: "=") }
    guard take(UInt8(ascii: "]")) else { return false }
    if take(UInt8(ascii: "]")) {}
    return (try? endLine()) != nil
  }

  // MARK: White space

  var peek: UInt8? { at < end ? bytes[at] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func skipSpace() {
    while at < end, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
  }

  /// Steps over a line break, if one is here.
  mutating func takeNewline() -> Bool {
    if take(UInt8(ascii: "\n")) { return true }
    guard isAtCRLF else { return false }
    at += 2
    return true
  }

  var isAtCRLF: Bool {
    at + 1 < end && bytes[at] == UInt8(ascii: "\r") && bytes[at + 1] == UInt8(ascii: "\n")
  }

  /// Steps over white space, line breaks and comments.
  mutating func skipBlank() {
    while at < end {
      skipSpace()
      if peek == UInt8(ascii: "#") { skipComment() }
      guard takeNewline() else { return }
    }
  }

  private mutating func endLine() throws(TOMLSyntaxError) {
    skipSpace()
    if peek == UInt8(ascii: "#") { skipComment() }
    guard at < end, !takeNewline() else { return }
    throw unexpected(.endOfLine)
  }

  /// Steps over a comment up to the line break, and notes the first character that it may not
  /// have.
  private mutating func skipComment() {
    var isFaulty = false
    while at < end, bytes[at] != UInt8(ascii: "\n"), !isAtCRLF {
      if bytes[at].isControl, !isFaulty {
        isFaulty = true
        note(.controlCharacter(bytes[at], in: "a comment", at: at))
      }
      at += 1
    }
  }
}

extension UInt8 {
  /// Whether TOML has the byte nowhere but as an escape: control characters but for the tab.
  var isControl: Bool { self < 0x20 && self != 0x09 || self == 0x7F }
}
