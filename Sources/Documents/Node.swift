/// A value of a document that remembers where it was written.
package struct Node: Sendable {
  /// What stands there, independent of the format it was written in.
  package enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    /// A date or time, which only TOML has.
    case dateTime(DateTime)
    case array([Node])
    case object([Member])
  }

  /// One key of an object and what it holds.
  package struct Member: Sendable {
    package var key: String
    package var keySpan: Span
    package var value: Node

    package init(key: String, keySpan: Span = Span(0..<0), value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package var value: Value
  package var span: Span

  /// A node as read from a source, or, without a span, one that is yet to be written.
  package init(_ value: Value, span: Span = Span(0..<0)) {
    self.value = value
    self.span = span
  }
}

extension Node {
  /// What kind of value this is, with its article, for messages.
  package var kind: String {
    switch value {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .dateTime: "a date or time"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The members of an object, or none.
  package var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }

  /// The elements of an array, or none.
  package var elements: [Node] {
    if case .array(let elements) = value { elements } else { [] }
  }

  /// The text of a string.
  package var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The member of an object under a key.
  package func member(_ key: String) -> Member? {
    index(of: key).map { members[$0] }
  }

  package subscript(_ key: String) -> Node? {
    index(of: key).map { members[$0].value }
  }

  private func index(of key: String) -> Int? {
    guard case .object(let members) = value else { return nil }
    return members.indices.first { members[$0].key.isExactly(key) }
  }
}

extension Node {
  /// Whether two nodes mean the same; places and the order of members do not count.
  package func isEqual(to other: Node) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isExactly(right)
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in
          other[member.key].map { member.value.isEqual(to: $0) } ?? false
        }
    default: false
    }
  }
}

extension String {
  /// Whether two texts have the same characters: `==` also takes for equal what merely looks the
  /// same, such as `é` in one character and `e` with an accent, and JSON does not (RFC 8259
  /// section 8.3).
  func isExactly(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isEqual = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
    }
    return (isEqual ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral text: String) { self.init(.string(text)) }
  package init(booleanLiteral flag: Bool) { self.init(.bool(flag)) }
  package init(integerLiteral number: Int) { self.init(.number(Number(number))) }
  package init(arrayLiteral elements: Node...) { self.init(.array(elements)) }

  /// An object that is yet to be written.
  package static func object(_ members: KeyValuePairs<String, Node>) -> Node {
    Node(.object(members.map { Member(key: $0.key, value: $0.value) }))
  }
}
