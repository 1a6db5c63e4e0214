/// A type that can be read from, and written as, one value of a document.
package protocol DocumentValue: Sendable {
  /// Reads a value.
  ///
  /// - Throws: `Unreadable`, after having reported why.
  static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Self

  /// The value as it is written, or nothing where it is expressed by absence.
  var node: Node? { get }

  /// What the value may look like.
  static var shape: Shape { get }

  /// What the absence of an optional field means.
  static var absent: Self? { get }
}

extension DocumentValue {
  package static var absent: Self? { nil }

  /// Reports a value of the wrong type.
  package static func mismatch(
    _ expected: String, _ node: Node, _ diagnostics: inout [Diagnostic]
  ) -> Unreadable {
    diagnostics.append(.wrongType(expected: expected, found: node))
    return Unreadable()
  }
}

extension Diagnostic {
  package static func wrongType(expected: String, found node: Node) -> Diagnostic {
    Diagnostic(
      .wrongType, "expected \(expected), found \(node.kind)",
      help: "write \(expected) here", at: node.place)
  }
}

extension String: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> String {
    if case .string(let text) = node.value { return text }
    throw mismatch("a string", node, &diagnostics)
  }
  package var node: Node? { Node(.string(self)) }
  package static var shape: Shape { .string() }
}

extension Bool: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Bool {
    if case .bool(let flag) = node.value { return flag }
    throw mismatch("true or false", node, &diagnostics)
  }
  package var node: Node? { Node(.bool(self)) }
  package static var shape: Shape { .boolean }
}

extension Int: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Int {
    guard case .number(let number) = node.value else {
      throw mismatch("a whole number", node, &diagnostics)
    }
    if let integer = number.integer { return integer }
    let limit = number.isWhole ? " of at most 64 bits" : ""
    diagnostics.append(
      Diagnostic(
        .wrongType, "expected a whole number\(limit), found '\(number.literal.prefix(40))'",
        help: "write it without a fraction and an exponent", at: node.span))
    throw Unreadable()
  }
  package var node: Node? { Node(.number(Number(self))) }
  package static var shape: Shape { .integer() }
}

extension Number: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Number {
    if case .number(let number) = node.value { return number }
    throw mismatch("a number", node, &diagnostics)
  }
  package var node: Node? { Node(.number(self)) }
  package static var shape: Shape { .number }
}

extension Optional: DocumentValue where Wrapped: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Self {
    try Wrapped.read(node, &diagnostics)
  }
  package var node: Node? { flatMap { $0.node } }
  package static var shape: Shape { Wrapped.shape }
  package static var absent: Self? { .some(nil) }
}

extension Array: DocumentValue where Element: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Self {
    guard case .array(let nodes) = node.value else {
      throw mismatch("an array", node, &diagnostics)
    }
    var elements: [Element] = []
    for node in nodes {
      // Every element is tried, so that one mistake does not hide the next.
      if let element = try? Element.read(node, &diagnostics) { elements.append(element) }
    }
    guard elements.count == nodes.count else { throw Unreadable() }
    return elements
  }
  package var node: Node? { Node(.array(compactMap { $0.node })) }
  package static var shape: Shape { .list(Element.shape) }
}

/// A closed set of words: enumerations get reading, writing and hints from their cases.
extension DocumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Self {
    guard case .string(let word) = node.value else {
      throw mismatch("one of \(Spelling.list(words))", node, &diagnostics)
    }
    if let value = Self(rawValue: word) { return value }
    diagnostics.append(
      Diagnostic(
        .unknownWord, "\(Quoted(word)) is not one of \(Spelling.list(words))",
        help: Spelling.nearest(to: word, in: words).map { "did you mean '\($0)'?" }
          ?? "write one of these words", at: node.span))
    throw Unreadable()
  }
  package var node: Node? { Node(.string(rawValue)) }
  package static var shape: Shape { .words(words) }
  private static var words: [String] { allCases.map { $0.rawValue } }
}
