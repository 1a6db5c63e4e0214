import Documents

/// Reads a `.env` file as its users write them.
///
/// A line is a name, `=` and a value, with white space around each and `export` before it. A value
/// stands between single quotes or backticks, which keep what is between them; between double
/// quotes, where `\n`, `\r`, `\"` and `\\` are escapes; or bare, to the end of the line or a `#`
/// after white space. Between quotes it may have several lines. Nothing is filled in for `${…}`.
///
/// Its readers disagree. Where one reading is common, as that of JSON with `\"` between double
/// quotes, it is taken, and the value has a `ReadingDoubt`; where none is, as with `\t` or with
/// `#word` behind `= `, a guess could be wrong, and it is a mistake.
///
/// Source: https://github.com/motdotla/dotenv, https://github.com/theskumar/python-dotenv and
/// https://github.com/nodejs/node/blob/main/src/node_dotenv.cc
struct DotenvReader {
  private let source: SourceText
  private let bytes: [UInt8]
  private var at: Int
  private var lineNumber = 1
  private var lineStart: Int
  private var names = ImportedNames()
  /// Whether the line that comes next has been found already.
  private var isAtStart = false

  /// - Parameter source: Text in UTF-8; a byte order mark may stand before it.
  static func read(_ source: SourceText) -> ImportedFile {
    var reader = DotenvReader(source)
    while reader.at < reader.bytes.count { reader.readLine() }
    return reader.names.file
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
    lineStart = at
  }

  // MARK: Lines

  private mutating func readLine() {
    skipBlanks()
    defer { skipRestOfLine() }
    guard let first = current, !DotenvLine.isEnd(first), first != UInt8(ascii: "#") else { return }
    let line = lineNumber
    guard let key = readKey() else { return }
    let start = (line: lineNumber, at: at, lineStart: lineStart)
    switch readValue(of: key, line) {
    case .success(nil): break
    case .success(let value?):
      guard isAtEnd else {
        let place = line == lineNumber ? "" : " of the value that begins on line \(line)"
        return report(
          "something follows the closing quote\(place)",
          help: bytes[start.at...].first { !DotenvLine.isBlank($0) } == UInt8(ascii: "\"")
            ? "write a quote inside of double quotes as \\\""
            : "put the value between double quotes, and write a quote inside of them as \\\"")
      }
      names.add(value)
    case .failure(let mistake):
      // The quote may be a stray one: what looks like the next variable is read as one.
      (lineNumber, at, lineStart) = start
      names.report(mistake)
      skipRestOfLine()
      while at < bytes.count, !DotenvLine.beginsVariable(bytes[at...]) { skipRestOfLine() }
      isAtStart = true
    }
  }

  /// Goes to the beginning of the next line.
  private mutating func skipRestOfLine() {
    if isAtStart {
      isAtStart = false
      return
    }
    while let byte = current, !DotenvLine.isEnd(byte) { at += 1 }
    skipLineEnd()
  }

  private mutating func skipLineEnd() {
    guard let byte = current else { return }
    at += 1
    if byte == UInt8(ascii: "\r"), current == UInt8(ascii: "\n") { at += 1 }
    lineNumber += 1
    lineStart = at
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while let byte = current, DotenvLine.isBlank(byte) { at += 1 }
  }

  /// Whether nothing but white space and a comment is left of the line.
  private var isAtEnd: Bool {
    let rest = bytes[at...].drop(while: DotenvLine.isBlank)
    return rest.first.map { DotenvLine.isEnd($0) || $0 == UInt8(ascii: "#") } ?? true
  }

  private mutating func report(_ reason: String, help: String? = nil) {
    names.report(mistake(reason, help: help))
  }

  /// A mistake at the place that is being read.
  private func mistake(_ reason: String, help: String? = nil) -> ImportMistake {
    // Bytes that go on with a character are none of their own.
    let column = bytes[lineStart..<at].count { $0 & 0xC0 != 0x80 } + 1
    return ImportMistake(line: lineNumber, column: column, reason, help: help)
  }

  // MARK: Names

  /// The name before the `=`, both of which are skipped; nothing after a mistake.
  private mutating func readKey() -> String? {
    skipExport()
    let start = at
    while let byte = current, DotenvLine.isInName(byte) { at += 1 }
    let key = bytes[start..<at]
    skipBlanks()
    guard current == UInt8(ascii: "="), let first = key.first else {
      reportKey(isEmpty: key.isEmpty)
      return nil
    }
    guard ASCII.isLetter(first) || first == UInt8(ascii: "_") else {
      at = start
      report("the name begins with a digit or a sign", help: "begin it with a letter")
      return nil
    }
    at += 1
    skipBlanks()
    return String(decoding: key, as: UTF8.self)
  }

  private mutating func skipExport() {
    let word = "export".utf8
    let rest = bytes[at...].dropFirst(word.count)
    guard bytes[at...].starts(with: word), let next = rest.first, DotenvLine.isBlank(next) else {
      return
    }
    guard rest.first(where: { !DotenvLine.isBlank($0) }) != UInt8(ascii: "=") else { return }
    at += word.count
    skipBlanks()
  }

  /// What is wrong where no name and no `=` stand.
  private mutating func reportKey(isEmpty: Bool) {
    let rest = bytes[at...].prefix { !DotenvLine.isEnd($0) }
    guard rest.contains(UInt8(ascii: "=")) else {
      return report(
        "there is no '=' on this line",
        help: "write a name, '=' and the value; a comment begins "
          + "with '#', and a value of several lines stands between quotes")
    }
    guard current != UInt8(ascii: "=") else {
      return report("there is no name before the '='")
    }
    report(
      isEmpty
        ? "a name cannot begin with this character" : "this character cannot stand in a name",
      help: "use letters, digits and underscores")
  }

  // MARK: Values

  /// The value that begins here, or why it has no end; nothing where its mistake is reported
  /// already.
  private mutating func readValue(
    of key: String, _ line: Int
  ) -> Result<ImportedValue?, ImportMistake> {
    switch current {
    case UInt8(ascii: "'"): readLiteral(of: key, line, [])
    case UInt8(ascii: "`"): readLiteral(of: key, line, [.backticks])
    case UInt8(ascii: "\""): readEscaped(of: key, line)
    default: .success(readBare(of: key, line))
    }
  }

  private mutating func readBare(of key: String, _ line: Int) -> ImportedValue? {
    let start = at
    var end = at
    var doubts: Set<ReadingDoubt> = []
    while let byte = current, !DotenvLine.isEnd(byte) {
      if byte == UInt8(ascii: "#") {
        guard !DotenvLine.isBlank(bytes[at - 1]) else {
          guard at == start else { break }
          guard beginsComment() else { return nil }
          doubts.insert(.comment)
          break
        }
        doubts.insert(.hash)
      }
      at += 1
      if !DotenvLine.isBlank(byte) { end = at }
    }
    let value = bytes[start..<end]
    if DotenvLine.hasReference(value) { doubts.insert(.reference) }
    return ImportedValue(key, Secret(value), line: line, doubts: doubts)
  }

  /// Whether the `#` where a value would be is one of a comment: a password may begin with it too.
  private mutating func beginsComment() -> Bool {
    let next = at + 1 < bytes.count ? bytes[at + 1] : UInt8(ascii: " ")
    if DotenvLine.isBlank(next) || DotenvLine.isEnd(next) || next == UInt8(ascii: "#") {
      return true
    }
    report(
      "readers of .env files differ in whether this '#' begins a comment or the value",
      help: "put the value between quotes, or write the comment on a line of its own")
    return false
  }

  /// Reads to the same quote again; everything stands for itself.
  private mutating func readLiteral(
    of key: String, _ line: Int, _ doubts: Set<ReadingDoubt>
  ) -> Result<ImportedValue?, ImportMistake> {
    let quote = bytes[at]
    let opening = notClosed
    at += 1
    var value = start()
    var doubts = doubts
    while let byte = current {
      if byte == quote {
        at += 1
        return .success(
          ImportedValue(
            key, Secret(wiping: &value), line: line, lastLine: lineNumber, doubts: doubts))
      }
      if byte == UInt8(ascii: "\\"), bytes[at - 1] == byte, quote == UInt8(ascii: "'") {
        doubts.insert(.backslashes)
      }
      append(byte, to: &value)
      noteLine(within: quote, byte, &doubts)
    }
    return .failure(opening)
  }

  private mutating func readEscaped(
    of key: String, _ line: Int
  ) -> Result<ImportedValue?, ImportMistake> {
    let opening = notClosed
    let quote = bytes[at]
    let first = at + 1
    at += 1
    var value = start()
    var doubts: Set<ReadingDoubt> = []
    var unclear: ImportMistake?
    while let byte = current {
      switch byte {
      case quote:
        if DotenvLine.hasReference(bytes[first..<at]) { doubts.insert(.reference) }
        at += 1
        if let unclear {
          names.report(unclear)
          return .success(nil)
        }
        return .success(
          ImportedValue(
            key, Secret(wiping: &value), line: line, lastLine: lineNumber, doubts: doubts))
      case UInt8(ascii: "\\"):
        if isUnclearEscape { unclear = unclear ?? unclearEscape }
        appendEscape(to: &value, &doubts)
      default:
        append(byte, to: &value)
        noteLine(within: quote, byte, &doubts)
      }
    }
    return .failure(opening)
  }

  /// Whether some readers take the backslash here for the beginning of an escape, and as many do
  /// not.
  private var isUnclearEscape: Bool {
    at + 1 < bytes.count && "tabfv'$".utf8.contains(bytes[at + 1])
  }

  private var unclearEscape: ImportMistake {
    mistake(
      "readers of .env files differ in what this backslash means between double quotes",
      help: "put the value between single quotes, where a backslash and '$' stand for themselves")
  }

  private mutating func appendEscape(to value: inout [UInt8], _ doubts: inout Set<ReadingDoubt>) {
    at += 1
    switch current {
    case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"):
      value.append(UInt8(ascii: "\r"))
      doubts.insert(.escape)
    case let byte? where byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\""):
      value.append(byte)
      doubts.insert(.escape)
    default:
      // What is no escape is kept with its backslash, as in C:\data.
      value.append(UInt8(ascii: "\\"))
      return
    }
    at += 1
  }

  /// Looks at the line of a quoted value that begins behind a byte.
  private func noteLine(within quote: UInt8, _ byte: UInt8, _ doubts: inout Set<ReadingDoubt>) {
    if byte == UInt8(ascii: "\n"), DotenvLine.beginsVariable(bytes[at...], within: quote) {
      doubts.insert(.lines)
    }
  }

  /// Appends a byte of a quoted value; the end of a line is a newline, however the file writes it.
  private mutating func append(_ byte: UInt8, to value: inout [UInt8]) {
    let isPair =
      byte == UInt8(ascii: "\r") && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\n")
    if !isPair { value.append(byte) }
    at += 1
    if byte == UInt8(ascii: "\n") {
      lineNumber += 1
      lineStart = at
    }
  }

  /// An array that takes what is left of most values without growing, which would leave copies.
  private func start() -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(min(bytes.count - at, 1 << 10))
    return value
  }

  private var notClosed: ImportMistake {
    mistake("the quote that opens here is not closed", help: "close it, or leave it out")
  }
}
