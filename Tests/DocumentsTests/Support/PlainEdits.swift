@testable import Documents

/// The edits of a document, carried out on its tree and in no way on its text.
struct PlainEdits {
  enum Edit {
    case set(String, Node, order: [String])
    case removeMember(String)
    case insert(Node, Int)
    case removeElement(Int)
    case replaceElement(Int, Node)
  }

  private(set) var edits: [FieldPath: [Edit]] = [:]

  mutating func add(_ edit: Edit, _ path: FieldPath) { edits[path, default: []].append(edit) }

  /// The tree after the edits. Only what is as it was still has a span.
  func applied(to node: Node, at path: FieldPath = FieldPath()) -> Node {
    switch node.value {
    case .object(let members): object(members, node, path)
    case .array(let elements): array(elements, node, path)
    default: node
    }
  }

  private func object(_ members: [Node.Member], _ node: Node, _ path: FieldPath) -> Node {
    var result = members.map {
      Node.Member(
        key: $0.key, keySpan: $0.keySpan,
        value: applied(to: $0.value, at: path.appending($0.key)))
    }
    for edit in edits[path] ?? [] {
      switch edit {
      case .set(let key, let value, _):
        let old = node[key]
        let value = old.map { $0.isEqual(to: value) ? $0 : value } ?? value
        if let index = result.firstIndex(where: { $0.key.isExactly(key) }) {
          result[index].value = value
        } else {
          result.append(Node.Member(key: key, value: value))
        }
      case .removeMember(let key): result.removeAll { $0.key.isExactly(key) }
      default: break
      }
    }
    let isKept = result.count == members.count && result.allSatisfy { $0.value.span.end > 0 }
    return Node(.object(result), span: isKept ? node.span : Span(0..<0))
  }

  private func array(_ elements: [Node], _ node: Node, _ path: FieldPath) -> Node {
    var kept: [Node?] = elements.indices.map {
      applied(to: elements[$0], at: path.appending($0))
    }
    var inserted: [[Node]] = Array(repeating: [], count: elements.count + 1)
    for edit in edits[path] ?? [] {
      switch edit {
      case .insert(let element, let index): inserted[index].append(element)
      case .removeElement(let index): kept[index] = nil
      case .replaceElement(let index, let element):
        kept[index] = element.isEqual(to: elements[index]) ? elements[index] : element
      default: break
      }
    }
    let result = inserted.indices.flatMap { index in
      inserted[index] + (kept.indices.contains(index) ? [kept[index]].compactMap { $0 } : [])
    }
    let isKept = result.count == elements.count && result.allSatisfy { $0.span.end > 0 }
    return Node(.array(result), span: isKept ? node.span : Span(0..<0))
  }
}

extension JSONEditor {
  mutating func make(_ edit: PlainEdits.Edit, _ path: FieldPath) {
    switch edit {
    case .set(let key, let value, let order): set(key, to: value, in: path, order: order)
    case .removeMember(let key): removeMember(key, of: path)
    case .insert(let element, let index): insert(element, at: index, into: path)
    case .removeElement(let index): removeElement(index, of: path)
    case .replaceElement(let index, let element):
      replaceElement(index, of: path, with: element)
    }
  }
}
