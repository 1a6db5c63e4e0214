package import Documents
package import FoundationEssentials

extension Diagnostic.Kind {
  package static let malformedUUID = Self(rawValue: "malformed-uuid")
  package static let malformedDate = Self(rawValue: "malformed-date")
  package static let malformedTimestamp = Self(rawValue: "malformed-timestamp")
}

extension UUID: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> UUID {
    try .read(node, as: .malformedUUID, &diagnostics) { text throws(MalformedValue) in
      try UUIDText.read(text)
    }
  }
  package var node: Node? { Node(.string(UUIDText.write(self))) }
  package static var shape: Shape { .string(format: "uuid") }
}

extension CalendarDate: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> CalendarDate {
    try .read(node, as: .malformedDate, &diagnostics) { text throws(MalformedValue) in
      try CalendarDate(text)
    }
  }
  package var node: Node? { Node(.string(description)) }
  package static var shape: Shape { .string(format: "date") }
}

extension Timestamp: DocumentValue {
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> Timestamp {
    try .read(node, as: .malformedTimestamp, &diagnostics) { text throws(MalformedValue) in
      try Timestamp(text)
    }
  }
  package var node: Node? { Node(.string(description)) }
  package static var shape: Shape { .string(format: "date-time") }
}

extension EnvironmentName: DocumentValue {}

extension StoredValue: DocumentValue {
  /// Reads any text; that it has one of the five forms is the rules' concern, which never quote it.
  package static func read(
    _ node: Node, _ diagnostics: inout [Diagnostic]
  ) throws(Unreadable) -> StoredValue {
    StoredValue(try String.read(node, &diagnostics))
  }
  package var node: Node? { Node(.string(text)) }
  package static var shape: Shape {
    .string(pattern: "^(fc1\\..+|plain:.*|ref:[0-9A-Fa-f-]{36}|unset|destroyed)$")
  }
}

extension DocumentValue {
  /// Reads a string by a parser that says what is wrong with it.
  fileprivate static func read(
    _ node: Node, as kind: Diagnostic.Kind, _ diagnostics: inout [Diagnostic],
    _ parse: (String) throws(MalformedValue) -> Self
  ) throws(Unreadable) -> Self {
    let text = try String.read(node, &diagnostics)
    do throws(MalformedValue) {
      return try parse(text)
    } catch {
      diagnostics.append(Diagnostic(kind, error.reason, help: error.help, at: node.span))
      throw Unreadable()
    }
  }
}
