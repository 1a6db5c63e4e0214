extension TOMLReader {
  /// Reads a value.
  ///
  /// What is open is kept in an array, so that a deep text costs none of the thread's stack.
  ///
  /// - Parameter depth: How many tables and arrays are around it.
  mutating func value(depth: Int) throws(TOMLSyntaxError) -> Node {
    guard isAtBracket else { return try plainValue() }
    var outer: [OpenTOMLValue] = []
    var current = try opened(depth: depth)
    var isComplete = try closes(&current)
    while true {
      if isComplete {
        let node = closed(&current)
        guard !outer.isEmpty else { return node }
        current = outer.removeLast()
        openValue = outer.first { !$0.isTable }?.start ?? (current.isTable ? nil : current.start)
        add(node, to: &current)
        isComplete = try stepsOut(of: &current)
        continue
      }
      if current.isTable { try readKey(of: &current) }
      if isAtBracket {
        outer.append(current)
        current = try opened(depth: depth + outer.count)
        isComplete = try closes(&current)
      } else {
        add(try plainValue(), to: &current)
        isComplete = try stepsOut(of: &current)
      }
    }
  }

  private var isAtBracket: Bool { peek == UInt8(ascii: "[") || peek == UInt8(ascii: "{") }

  /// Steps into an array or inline table whose bracket is the next byte.
  private mutating func opened(depth: Int) throws(TOMLSyntaxError) -> OpenTOMLValue {
    guard depth < Self.depthLimit else {
      openValue = at
      throw .tooDeep(at: at..<at + 1)
    }
    at += 1
    let start = at - 1
    guard bytes[start] == UInt8(ascii: "{") else {
      openValue = openValue ?? start
      return OpenTOMLValue(start: start)
    }
    let table = tables.makeLoose(.inline, depth: depth + 1, span: Span(start..<start))
    return OpenTOMLValue(start: start, table: table)
  }

  private mutating func readKey(of current: inout OpenTOMLValue) throws(TOMLSyntaxError) {
    let keys = try dottedKey(.inlineTable)
    skipSpace()
    guard take(UInt8(ascii: "=")) else { throw unexpected(.equals) }
    skipSpace()
    current.key = keys.last
    current.place = current.table.flatMap { place(for: keys, in: $0) }
  }

  private mutating func add(_ node: Node, to current: inout OpenTOMLValue) {
    if !current.isTable {
      current.elements.append(node)
    } else if let key = current.key, let place = current.place {
      tables.set(key, to: .value(node), in: place)
    }
  }

  private mutating func closed(_ current: inout OpenTOMLValue) -> Node {
    guard let table = current.table else {
      return Node(.array(current.elements), span: Span(current.start..<at))
    }
    tables.close(table, at: at)
    return tables.take(table)
  }

  /// Steps over what follows a value: a comma or, where all values have been read, the closing.
  private mutating func stepsOut(of current: inout OpenTOMLValue) throws(TOMLSyntaxError) -> Bool {
    skipBlank(in: &current)
    let comma = at
    guard take(UInt8(ascii: ",")) else {
      guard take(current.closing) else { throw missingSeparator(in: current) }
      return true
    }
    guard try closes(&current) else { return false }
    if current.isTable { note(.trailingComma(comma..<comma + 1)) }
    return true
  }

  /// Whether the closing bracket comes next, which then is stepped over.
  private mutating func closes(_ current: inout OpenTOMLValue) throws(TOMLSyntaxError) -> Bool {
    skipBlank(in: &current)
    if take(current.closing) { return true }
    guard at < end else { throw missingSeparator(in: current) }
    return false
  }

  /// Steps over white space; a line break, which only an array may have, is noted once.
  private mutating func skipBlank(in current: inout OpenTOMLValue) {
    skipSpace()
    guard current.isTable, !current.isFaulty else { return skipBlank() }
    guard peek == UInt8(ascii: "\n") || peek == UInt8(ascii: "#") || isAtCRLF else { return }
    // Where the next line goes on with a statement, the brace is missing.
    current.isFaulty = true
    let place = at
    skipBlank()
    if goesOn(in: current, behind: place) {
      note(.inlineTableOnLines(current.start..<current.start + 1))
    } else {
      at = place
    }
  }

  private func goesOn(in current: OpenTOMLValue, behind place: Int) -> Bool {
    guard at < end else { return false }
    if bytes[at] == current.closing || bytes[at] == UInt8(ascii: ",") { return true }
    let before = bytes[..<place].last { $0 > 0x20 }
    return before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
  }

  private mutating func missingSeparator(in current: OpenTOMLValue) -> TOMLSyntaxError {
    let line = lineNumber(of: current.start)
    return unexpected(current.isTable ? .commaOrBrace(line: line) : .commaOrBracket(line: line))
  }

  // MARK: Plain values

  /// Reads a value that is neither array nor inline table.
  private mutating func plainValue() throws(TOMLSyntaxError) -> Node {
    let start = at
    if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
      let text = try string()
      return Node(.string(text), span: Span(start..<at))
    }
    skipWord()
    guard at > start else { throw unexpected(.value) }
    let value = self.value(ofWord: bytes[start..<at], at: start)
    return Node(value, span: Span(start..<at))
  }

  /// Steps over all that stands before the next white space, comma, bracket or comment.
  private mutating func skipWord() {
    let start = at
    while at < end, bytes[at].isPartOfWord { at += 1 }
    // A date and a time of day may stand apart.
    guard at - start == 10, bytes[start + 4] == UInt8(ascii: "-"), peek == UInt8(ascii: " "),
      at + 3 < end, bytes[at + 1].isDigit, bytes[at + 2].isDigit,
      bytes[at + 3] == UInt8(ascii: ":")
    else { return }
    at += 1
    while at < end, bytes[at].isPartOfWord { at += 1 }
  }

  private mutating func value(ofWord word: ArraySlice<UInt8>, at start: Int) -> Node.Value {
    switch bytes[start] {
    case UInt8(ascii: "t") where word.elementsEqual("true".utf8): return .bool(true)
    case UInt8(ascii: "f") where word.elementsEqual("false".utf8): return .bool(false)
    default: break
    }
    if word.isLikeDate { return date(word) }
    do throws(TOMLNumberMistake) {
      return .number(try TOMLNumberReader.read(word))
    } catch {
      note(.noValue(word, error))
      return .null
    }
  }

  private mutating func date(_ word: ArraySlice<UInt8>) -> Node.Value {
    do throws(DateTimeMistake) {
      return .dateTime(try DateTimeReader.read(word))
    } catch {
      let message = "\(Quoted(String(decoding: word, as: UTF8.self))): \(error.message)"
      note(TOMLSyntaxError(message, help: error.help, at: word.startIndex..<word.endIndex))
      return .null
    }
  }
}

/// An array or inline table whose closing bracket is yet to be read.
private struct OpenTOMLValue {
  let start: Int
  /// An inline table's number among the tables.
  var table: Int?
  var elements: [Node] = []
  /// The key whose value is read next, and the table it belongs in.
  var key: TOMLKey?
  var place: Int?
  /// Whether the table has been found to go over several lines.
  var isFaulty = false

  var isTable: Bool { table != nil }
  var closing: UInt8 { isTable ? UInt8(ascii: "}") : UInt8(ascii: "]") }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether a value without quotes goes on with the byte, be it a right one or not.
  fileprivate var isPartOfWord: Bool {
    switch self {
    case 0...0x20, 0x7F, UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether digits and then a hyphen or colon begin the text.
  fileprivate var isLikeDate: Bool {
    let digits = prefix { $0.isDigit }.count
    guard digits > 0, digits < count else { return false }
    let next = self[startIndex + digits]
    return next == UInt8(ascii: "-") || next == UInt8(ascii: ":")
  }
}
