package import Documents

/// A fly.toml that was read, and what flyctl understands by it.
package struct FlyConfiguration: Sendable {
  package let document: TOMLDocument
  /// The whole file with the keys' own names and values of their own types.
  package let root: FlyTable
  /// What is wrong with keys and values by themselves.
  let diagnostics: [Diagnostic]
  /// What mends some of it.
  let fixes: [Diagnostic: FlyTomlFix]

  package init(_ document: TOMLDocument) {
    self.document = document
    var reader = FlyReader()
    root = FlyTable("", reader.configuration(of: document.root))
    diagnostics = reader.diagnostics
    fixes = reader.fixes
  }
}

/// One table of fly.toml, by the names of its keys.
package struct FlyTable: Sendable {
  /// How messages call it, such as `services.ports`; empty for the root.
  package let name: String
  package let node: Node

  init(_ name: String, _ node: Node) {
    self.name = name
    self.node = node
  }

  /// Where a finding about the whole table points.
  package var span: Span { node.span }

  /// A value and where it stands.
  package struct Value<Content: Sendable>: Sendable {
    package var content: Content
    package var span: Span
    package var keySpan: Span
  }

  private func value<Content>(
    _ key: String, _ content: (Node) -> Content?
  ) -> Value<Content>? {
    guard let member = node.member(key), let content = content(member.value) else { return nil }
    return Value(content: content, span: member.value.span, keySpan: member.keySpan)
  }

  package func has(_ key: String) -> Bool { node.member(key) != nil }

  /// Whether nothing stands in it, which flyctl takes for no table at all.
  package var isEmpty: Bool { node.members.isEmpty }

  /// Whether a key is there with a value that flyctl can read.
  package func hasValue(_ key: String) -> Bool {
    if case .null? = node[key]?.value { false } else { has(key) }
  }

  /// The place of a key, or of the table where the key is absent.
  package func place(of key: String) -> Span { node.member(key)?.keySpan ?? span }

  package func text(_ key: String) -> Value<String>? { value(key, \.text) }

  package func integer(_ key: String) -> Value<Int>? {
    value(key) { node in
      if case .number(let number) = node.value { number.integer } else { nil }
    }
  }

  package func number(_ key: String) -> Value<Double>? {
    value(key) { node in
      if case .number(let number) = node.value { Double(number.literal) } else { nil }
    }
  }

  package func boolean(_ key: String) -> Value<Bool>? {
    value(key) { node in if case .bool(let flag) = node.value { flag } else { nil } }
  }

  package func duration(_ key: String) -> Value<FlyDuration>? {
    value(key) { $0.text.flatMap { try? FlyDuration($0) } }
  }

  /// The texts of a list, each with its place.
  package func texts(_ key: String) -> [Value<String>]? {
    guard let member = node.member(key), case .array(let elements) = member.value.value
    else { return nil }
    return elements.compactMap { element in
      element.text.map { Value(content: $0, span: element.span, keySpan: member.keySpan) }
    }
  }

  package func table(_ key: String) -> FlyTable? {
    guard let node = node[key], case .object = node.value else { return nil }
    return FlyTable(path(key), node)
  }

  /// The tables under a key; none where it is absent.
  package func tables(_ key: String) -> [FlyTable] {
    (node[key]?.elements ?? []).map { FlyTable(path(key), $0) }
  }

  /// The tables under names that the file chooses, such as those of `checks`.
  package func namedTables(_ key: String) -> [(name: Value<String>, table: FlyTable)] {
    (node[key]?.members ?? []).map { member in
      let name = Value(content: member.key, span: member.keySpan, keySpan: member.keySpan)
      return (name, FlyTable("\(path(key)).\(member.key)", member.value))
    }
  }

  /// The texts under names that the file chooses, such as those of `env`.
  package func namedTexts(_ key: String) -> [(name: String, value: Value<String>)] {
    (node[key]?.members ?? []).compactMap { member in
      member.value.text.map {
        (member.key, Value(content: $0, span: member.value.span, keySpan: member.keySpan))
      }
    }
  }

  private func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
}

extension TOMLDocument {
  /// The place of what is missing from the file as a whole.
  var start: Span { Span(0..<min(1, source.bytes.count)) }
}
