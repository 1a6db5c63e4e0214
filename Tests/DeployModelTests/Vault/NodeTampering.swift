import Documents

@testable import DeployModel

extension Node {
  /// The ways to every value of the document but the root.
  var paths: [FieldPath] { paths(below: FieldPath()) }

  private func paths(below path: FieldPath) -> [FieldPath] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        [path.appending(member.key)] + member.value.paths(below: path.appending(member.key))
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, element in
        [path.appending(index)] + element.paths(below: path.appending(index))
      }
    default: []
    }
  }

  /// The document with something done to one of its values, and what was done.
  func tamperings(at path: FieldPath, old: Node) -> [(String, Node)] {
    guard let last = path.steps.last, let value = path.node(in: self) else { return [] }
    let parent = FieldPath(Array(path.steps.dropLast()))
    var found: [(String, Node)] = []
    func add(_ what: String, _ body: @escaping (Node) -> Node) {
      found.append((what, replacing(parent.steps[...], with: body)))
    }
    switch last {
    case .key(let key):
      add("removed") { $0.without(key) }
      add("renamed") { $0.renaming(key, to: key + "_x") }
      add("doubled") { node in
        Node(.object(node.members + [Member(key: key, value: value.other ?? value)]))
      }
      for sibling in parent.node(in: self)?.members ?? [] where sibling.key != key {
        add("with the value of \(sibling.key)") { $0.setting(key, sibling.value) }
      }
      if let other = value.other { add("changed") { $0.setting(key, other) } }
      if let before = path.node(in: old) { add("as it was") { $0.setting(key, before) } }
    case .index(let index):
      add("removed") { node in
        var elements = node.elements
        elements.remove(at: index)
        return Node(.array(elements))
      }
      add("doubled") { Node(.array($0.elements + [value])) }
      for (other, sibling) in (parent.node(in: self)?.elements ?? []).enumerated()
      where other != index {
        add("in the place of \(other)") { node in
          var elements = node.elements
          elements[index] = sibling
          return Node(.array(elements))
        }
      }
      if let before = path.node(in: old) {
        add("as it was") { node in
          var elements = node.elements
          elements[index] = before
          return Node(.array(elements))
        }
      }
    }
    return found
  }

  /// Another value that could stand in the same place; nothing for lists and objects.
  var other: Node? {
    switch value {
    case .bool(let flag): return Node(.bool(!flag))
    case .number: return 7
    case .string(let text):
      // Words of the data model are exchanged for others, so that the file stays readable.
      for words in Self.words {
        guard let index = words.firstIndex(of: text) else { continue }
        return Node(.string(words[(index + 1) % words.count]))
      }
      if let date = try? CalendarDate(text) {
        return Node(.string("\(date)".hasSuffix("-17") ? "2026-11-18" : "2026-11-17"))
      }
      if (try? Timestamp(text)) != nil { return "2026-12-24T00:00:00Z" }
      if (try? UUIDText.read(text)) != nil { return "00000000-0000-4000-8000-00000000abcd" }
      guard let first = text.first else { return "x" }
      return Node(.string((first == "a" ? "b" : "a") + text.dropFirst()))
    default: return nil
    }
  }

  private static let words: [[String]] = [
    EnvironmentName.allCases.map(\.rawValue), ServiceCategory.allCases.map(\.rawValue),
    AccessLevel.allCases.map(\.rawValue), CredentialType.allCases.map(\.rawValue),
    RotationPriority.allCases.map(\.rawValue), ["api", "system"],
  ]

  private func setting(_ key: String, _ value: Node) -> Node {
    var node = self
    node.setMember(key, value)
    return node
  }

  private func replacing(
    _ steps: ArraySlice<FieldPath.Step>, with body: (Node) -> Node
  ) -> Node {
    guard let step = steps.first else { return body(self) }
    switch step {
    case .key(let key):
      return Node(
        .object(
          members.map { member in
            guard member.key == key else { return member }
            return Member(
              key: key, value: member.value.replacing(steps.dropFirst(), with: body))
          }))
    case .index(let index):
      var elements = elements
      elements[index] = elements[index].replacing(steps.dropFirst(), with: body)
      return Node(.array(elements))
    }
  }
}
