/// A way from a document's root to one of its values: `variables[3].key`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func appending(_ key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }
  package func appending(_ index: Int) -> FieldPath { FieldPath(steps + [.index(index)]) }

  package var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// The path as a JSON pointer (RFC 6901).
  package var pointer: String {
    steps.map { step in
      switch step {
      case .key(let key): "/" + Self.escape(key)
      case .index(let index): "/\(index)"
      }
    }.joined()
  }

  private static func escape(_ key: String) -> String {
    key.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension FieldPath {
  /// The value that the path leads to.
  package func node(in root: Node) -> Node? {
    var node = root
    for step in steps {
      guard let next = Self.follow(step, from: node) else { return nil }
      node = next
    }
    return node
  }

  /// The span of the value that the path leads to; where a document has no such value, the
  /// place of the nearest object or array around it.
  package func span(in root: Node) -> Span {
    var node = root
    for step in steps {
      guard let next = Self.follow(step, from: node) else { return node.place }
      node = next
    }
    return node.place
  }

  private static func follow(_ step: Step, from node: Node) -> Node? {
    switch (step, node.value) {
    case (.key(let key), .object): node[key]
    case (.index(let index), .array(let elements)) where elements.indices.contains(index):
      elements[index]
    default: nil
    }
  }
}

extension Node {
  /// Where a finding about the whole value points: objects are marked at their opening,
  /// everything else in full.
  package var place: Span {
    switch value {
    case .object: span.opening
    default: span
    }
  }
}

extension Node {
  /// The way to the innermost value, or key, that a span stands in.
  package func path(to span: Span) -> FieldPath {
    var steps: [FieldPath.Step] = []
    var node = self
    while let (step, next) = node.child(around: span) {
      steps.append(step)
      guard let next else { break }
      node = next
    }
    return FieldPath(steps)
  }

  private func child(around span: Span) -> (FieldPath.Step, Node?)? {
    switch value {
    case .object(let members):
      let index = Self.index(around: span, members.count) { members[$0].value.span }
      guard members.indices.contains(index) else { return nil }
      let member = members[index]
      if member.value.span.contains(span) { return (.key(member.key), member.value) }
      return member.keySpan.contains(span) ? (.key(member.key), nil) : nil
    case .array(let elements):
      let index = Self.index(around: span, elements.count) { elements[$0].span }
      guard elements.indices.contains(index), elements[index].span.contains(span) else {
        return nil
      }
      return (.index(index), elements[index])
    default: return nil
    }
  }

  /// Members and elements stand one after another, so that halving finds the one around a span.
  private static func index(around span: Span, _ count: Int, _ place: (Int) -> Span) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if place(middle).end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Span {
  fileprivate func contains(_ other: Span) -> Bool {
    start <= other.start && other.end <= end && start < end
  }
}
