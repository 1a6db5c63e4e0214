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
  let bytes: [UInt8]
  var at: Int
  var lineNumber = 1
  var lineStart: Int
  var names = ImportedNames()
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

  var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while let byte = current, DotenvLine.isBlank(byte) { at += 1 }
  }

  /// Whether nothing but white space and a comment is left of the line.
  private var isAtEnd: Bool {
    let rest = bytes[at...].drop(while: DotenvLine.isBlank)
    return rest.first.map { DotenvLine.isEnd($0) || $0 == UInt8(ascii: "#") } ?? true
  }

  mutating func report(_ reason: String, help: String? = nil) {
    names.report(mistake(reason, help: help))
  }

  /// A mistake at the place that is being read.
  func mistake(_ reason: String, help: String? = nil) -> ImportMistake {
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
}
