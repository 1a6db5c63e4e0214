/// Reads JSON texts (RFC 8259) into nodes that know their places.
///
/// The grammar is followed to the letter; what the RFC leaves to a reader is settled strictly:
/// a doubled key and a byte order mark are findings, an unpaired surrogate is an error, numbers
/// keep their literal, and at most 512 arrays and objects may stand inside one another.
package struct JSONReader {
  /// How deeply arrays and objects may nest.
  package static let depthLimit = 512
  /// What is said of a text that nests more deeply.
  package static let depthMessage = "arrays and objects are nested more than \(depthLimit) deep"

  let bytes: [UInt8]
  let end: Int
  var at: Int
  private let extent: JSONExtent
  /// How many members the last object had: the next one in a list mostly has as many, and growing
  /// step by step would copy them again and again.
  private var usualCount = 0
  private var diagnostics: [Diagnostic] = []

  /// Reads one JSON text that fills a source, or a part of it such as a line of JSON Lines.
  ///
  /// - Parameters:
  ///   - source: The text; the spans of the nodes count from its beginning.
  ///   - part: The byte range to read; the whole source if absent.
  ///   - sizeLimit: The most bytes that are read.
  ///   - diagnostics: Receives what is wrong.
  /// - Returns: The value, or nothing after a syntax error.
  package static func read(
    _ source: SourceText, part: Range<Int>? = nil, sizeLimit: Int = SourceText.sizeLimit,
    _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    let part = part ?? 0..<source.bytes.count
    guard part.upperBound <= sizeLimit else {
      diagnostics.append(tooLarge(source, sizeLimit))
      return nil
    }
    var reader = JSONReader(source, part)
    do throws(JSONSyntaxError) {
      let node = try reader.document()
      diagnostics += reader.diagnostics
      return node
    } catch {
      diagnostics += reader.diagnostics
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private init(_ source: SourceText, _ part: Range<Int>) {
    bytes = source.bytes
    at = part.lowerBound
    end = part.upperBound
    extent = part == 0..<source.bytes.count ? .file : .line
  }

  private static func tooLarge(_ source: SourceText, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .syntax, "the file has \(source.bytes.count) bytes, more than the limit of \(limit)",
      help: "split the file or remove what does not belong in it", at: Span(0..<0))
  }

  private mutating func document() throws(JSONSyntaxError) -> Node {
    if let invalid = UTF8Check.firstInvalid(bytes, at..<end) {
      throw .invalidUTF8(bytes[invalid], at: invalid)
    }
    skipByteOrderMark()
    let start = at
    skipSpace()
    guard at < end else { throw .emptyText(extent, at: start) }
    let node = try value()
    skipSpace()
    guard at == end else { throw unexpected(.end) }
    return node
  }

  private mutating func skipByteOrderMark() {
    guard at == 0, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return }
    at = 3
    diagnostics.append(
      Diagnostic(
        .syntax, "the file begins with a byte order mark",
        help: "save it as UTF-8 without a byte order mark", at: Span(0..<3)))
  }

  mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): at += 1
      default: return
      }
    }
  }

  /// Steps over a byte if it is the next one after white space.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Reads a value.
  ///
  /// What is open is kept in an array, so that a deep text costs none of the thread's stack.
  private mutating func value() throws(JSONSyntaxError) -> Node {
    guard try isAtBracket() else { return try plainValue() }
    var outer: [OpenContainer] = []
    var current = opening()
    var isComplete = take(current.closing)
    while true {
      if isComplete {
        let node = closed(&current)
        guard !outer.isEmpty else { return node }
        // Moved and not bound to a name: a second owner would make every addition a copy.
        current = outer.removeLast()
        current.add(node)
        isComplete = try stepsOut(of: current)
        continue
      }
      if current.isObject { (current.key, current.keySpan) = try fieldName() }
      if try isAtBracket() {
        guard outer.count + 1 < Self.depthLimit else { throw .tooDeep(at: at) }
        outer.append(current)
        current = opening()
        isComplete = take(current.closing)
      } else {
        current.add(try plainValue())
        isComplete = try stepsOut(of: current)
      }
    }
  }

  private mutating func isAtBracket() throws(JSONSyntaxError) -> Bool {
    skipSpace()
    guard at < end else { throw unexpected(.value) }
    return bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[")
  }

  /// Reads a value that is neither array nor object.
  private mutating func plainValue() throws(JSONSyntaxError) -> Node {
    let start = at
    let value: Node.Value
    switch bytes[at] {
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
    default: value = try word()
    }
    return Node(value, span: Span(start..<at))
  }

  /// Steps into an array or object whose bracket is the next byte.
  private mutating func opening() -> OpenContainer {
    var container = OpenContainer(start: at, isObject: bytes[at] == UInt8(ascii: "{"))
    if container.isObject { container.members.reserveCapacity(usualCount) }
    at += 1
    return container
  }

  private mutating func fieldName() throws(JSONSyntaxError) -> (String, Span) {
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw unexpected(.fieldName) }
    let start = at
    let key = try string()
    let span = Span(start..<at)
    guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    return (key, span)
  }

  /// Steps over what follows a value: a comma or, where all values have been read, the closing.
  private mutating func stepsOut(of container: OpenContainer) throws(JSONSyntaxError) -> Bool {
    if take(UInt8(ascii: ",")) { return false }
    guard take(container.closing) else {
      throw unexpected(container.isObject ? .commaOrBrace : .commaOrBracket)
    }
    return true
  }

  private mutating func closed(_ container: inout OpenContainer) -> Node {
    let span = Span(container.start..<at)
    guard container.isObject else { return Node(.array(container.elements), span: span) }
    // An object of objects says nothing of those in it, and a deep text must not reserve much.
    usualCount = min(container.members.count, 32)
    DoubledKeys.remove(from: &container.members, reportingTo: &diagnostics)
    return Node(.object(container.members), span: span)
  }

  private mutating func word() throws(JSONSyntaxError) -> Node.Value {
    let start = at
    while at < end, Self.isPartOfWord(bytes[at]) { at += 1 }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      at = start
      throw unexpected(.value)
    }
  }

  /// What would make another word of one of the three that JSON has.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Scans a number by the grammar of RFC 8259 section 6 and keeps its literal.
  private mutating func number() throws(JSONSyntaxError) -> Number {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let leadingZero = at < end && bytes[at] == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole > 0 else { throw .malformedNumber("a digit after '-'", at: at..<at) }
    guard !leadingZero || whole == 1 else {
      throw .malformedNumber("a number without leading zeros", at: start..<at)
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard skipDigits() > 0 else {
        throw .malformedNumber("a digit after the point", at: at..<at)
      }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard skipDigits() > 0 else {
        throw .malformedNumber("a digit in the exponent", at: at..<at)
      }
    }
    return Number(literal: String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at - start
  }

  private func unexpected(_ expected: JSONExpectation) -> JSONSyntaxError {
    JSONSyntaxError.unexpected(expected, extent, in: bytes, at: at, end: end)
  }
}

/// An array or object whose closing bracket is yet to be read.
private struct OpenContainer {
  let start: Int
  let isObject: Bool
  var elements: [Node] = []
  var members: [Node.Member] = []
  /// The field name whose value is read next.
  var key = ""
  var keySpan = Span(0..<0)

  var closing: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

  mutating func add(_ node: Node) {
    if isObject {
      members.append(Node.Member(key: key, keySpan: keySpan, value: node))
    } else {
      elements.append(node)
    }
  }
}
