/// How the values of a `.env` file are read.
extension DotenvReader {
  /// The value that begins here, or why it has no end; nothing where its mistake is reported
  /// already.
  mutating func readValue(
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
