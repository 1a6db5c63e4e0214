/// A key or header that has no place in the document, because of what stands there already.
struct TOMLConflict: Error {
  /// What was to be done.
  enum Attempt {
    /// `[a]` for the table found.
    case header
    /// `[[a]]` for the array found.
    case element
    /// A header with the name found in its middle.
    case way
    /// A key with the name found in its middle.
    case dottedKey
    /// A key with the name found at its end.
    case pair
  }

  enum Found {
    case value(Node)
    case table(TOMLTables.Making)
    /// Too many tables inside one another.
    case depth
  }

  var attempt: Attempt
  var found: Found
  /// The name up to the part in question.
  var path: ArraySlice<TOMLKey>
  /// Where the name was first used.
  var first: Span

  /// - Parameter line: The line of the first use.
  func diagnostic(line: Int) -> Diagnostic {
    let span = path.last?.span ?? first
    guard case .depth = found else {
      return Diagnostic(.syntax, message(line), help: help(line), at: span)
    }
    return TOMLSyntaxError.tooDeep(at: span.range).diagnostic
  }

  private var name: String { path.map { $0.text }.joined(separator: ".") }
  private var quoted: Quoted { Quoted(name) }

  private func message(_ line: Int) -> String {
    switch (attempt, found) {
    case (.pair, .value): "\(quoted) is already set on line \(line)"
    case (.header, .table(.header)): "the table \(quoted) is already on line \(line)"
    case (.header, .table(.dottedKey)), (.element, .table(.dottedKey)):
      "the table \(quoted) is already made by the key on line \(line)"
    case (.dottedKey, .table(.header)):
      "the table \(quoted) has its header on line \(line) and takes no dotted keys from elsewhere"
    case (_, .value(let node)) where node.isTable:
      "the inline table \(quoted) on line \(line) is complete and cannot be extended"
    case (.element, .value(let node)) where node.isArray:
      "\(quoted) is already an array in brackets on line \(line)"
    case (_, .value(let node)): "\(quoted) is already \(node.kind) on line \(line)"
    case (_, .table(.elements)): "\(quoted) is already an array of tables on line \(line)"
    case (_, .table), (_, .depth): "\(quoted) is already a table on line \(line)"
    }
  }

  private func help(_ line: Int) -> String {
    switch (attempt, found) {
    case (.pair, .value): "keep one of the two"
    case (.header, .table(.header)):
      "move what follows there, or give this table another name"
    case (.header, .table(.dottedKey)), (.element, .table(.dottedKey)):
      "write these keys there, in the same way"
    case (.dottedKey, .table(.header)): "write the key under that header"
    case (_, .value(let node)) where node.isTable: "write the keys inside its braces"
    case (.header, .table(.elements)): "write [[\(shortName)]] to add a table to the array"
    case (.dottedKey, .table(.elements)): "write the key under one of its headers"
    case (.element, .value(let node)) where node.isArray: "write the element inside its brackets"
    case (.element, .table(.header)): "write [[\(shortName)]] there too if there are to be several"
    default: "give one of the two another name"
    }
  }

  private var shortName: String { Quoted.short(name) }
}

extension Quoted {
  /// A name as it can stand within other text, cut where it grows long.
  fileprivate static func short(_ text: String) -> String {
    String(Quoted(text).description.dropFirst().dropLast())
  }
}
