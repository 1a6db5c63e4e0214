import Documents

/// Reads values from one flat JSON object.
///
/// Numbers and booleans become the text that stands there. Source: RFC 8259.
enum JSONValueReader {
  static func read(_ source: SourceText) -> ImportedFile {
    let lines = LineIndex(source)
    var diagnostics: [Diagnostic] = []
    let root = JSONReader.read(source, &diagnostics)
    var names = ImportedNames()
    for diagnostic in diagnostics {
      switch diagnostic.kind {
      case .duplicateField: names.report(doubled(diagnostic, lines))
      case .syntax:
        if let mistake = mistake(diagnostic, lines) { names.report(mistake) }
      default: break
      }
    }
    guard let root else { return names.file }
    guard case .object(let members) = root.value else {
      names.report(
        mistake("there is \(root.kind), expected an object of strings", at: root.span, lines))
      return names.file
    }
    for member in members { read(member, lines, &names) }
    return names.file
  }

  private static func read(
    _ member: Node.Member, _ lines: LineIndex, _ names: inout ImportedNames
  ) {
    let text: String
    switch member.value.value {
    case .string(let string): text = string
    case .number(let number): text = number.literal
    case .bool(let flag): text = flag ? "true" : "false"
    case .null:
      return names.report(
        mistake(
          "null is no value", help: "write \"\", or leave the name out", at: member.value.span,
          lines))
    case .object, .array, .dateTime:
      return names.report(
        mistake(
          "there is \(member.value.kind), expected a string",
          help: "write it as one string, or each of its values under a name of its own",
          at: member.value.span, lines))
    }
    guard !text.utf8.contains(0) else {
      return names.report(
        mistake(
          "the value has a NUL, which no environment variable can hold", at: member.value.span,
          lines))
    }
    guard isName(member.key) else {
      return names.report(
        mistake(
          "this is no name", help: "use letters, digits and underscores", at: member.keySpan,
          lines))
    }
    names.add(
      ImportedValue(
        member.key, Secret(text), line: lines.location(of: Int(member.keySpan.start)).line))
  }

  private static func isName(_ key: String) -> Bool {
    guard let first = key.utf8.first, ASCII.isLetter(first) || first == UInt8(ascii: "_") else {
      return false
    }
    return key.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_.-".utf8.contains($0) }
  }

  private static func mistake(
    _ reason: String, help: String? = nil, at span: Span, _ lines: LineIndex
  ) -> ImportMistake {
    let place = lines.location(of: Int(span.start))
    return ImportMistake(line: place.line, column: place.column, reason, help: help)
  }

  /// What the JSON reader has found, without a word of what stands there; a byte order mark is no
  /// mistake.
  private static func mistake(_ diagnostic: Diagnostic, _ lines: LineIndex) -> ImportMistake? {
    if diagnostic.span == Span(0..<3) { return nil }
    if diagnostic.message == JSONReader.depthMessage {
      return mistake(
        diagnostic.message, help: "one object of strings is imported", at: diagnostic.span, lines)
    }
    return mistake(
      "this is not JSON", help: "look for a missing quote, comma or bracket at this place",
      at: diagnostic.span, lines)
  }

  private static func doubled(_ diagnostic: Diagnostic, _ lines: LineIndex) -> ImportMistake {
    let earlier = diagnostic.earlier ?? diagnostic.span
    let line = lines.location(of: Int(earlier.start)).line
    return mistake(
      "the name stands on line \(line) already", help: ImportedNames.helpForDoubled,
      at: diagnostic.span, lines)
  }
}
