@testable import Documents

/// One of the layouts in which people keep JSON.
struct RandomLayout {
  /// What each level is indented by; nothing for a document on one line.
  let indentation: String?
  let newline: String
  let comma: String
  let colon: String
  let end: String

  init(_ generator: inout SeededGenerator) {
    indentation = generator.pick([nil, nil, "  ", "    ", "\t", " "])
    newline = generator.pick(["\n", "\r\n"])
    comma = generator.pick([",", ", ", " , "])
    colon = generator.pick([":", ": ", " : "])
    end = generator.pick(["", newline])
  }

  func document(_ node: Node) -> String { text(node, margin: newline) + end }

  private func text(_ node: Node, margin: String) -> String {
    let inner = indentation.map { margin + $0 }
    switch node.value {
    case .array(let elements) where !elements.isEmpty:
      let texts = elements.map { text($0, margin: inner ?? margin) }
      return "[" + joined(texts, margin, inner) + "]"
    case .object(let members) where !members.isEmpty:
      let texts = members.map {
        JSONWriter.quoted($0.key) + colon + text($0.value, margin: inner ?? margin)
      }
      return "{" + joined(texts, margin, inner) + "}"
    default: return JSONWriter.line(node)
    }
  }

  private func joined(_ texts: [String], _ margin: String, _ inner: String?) -> String {
    guard let inner else { return texts.joined(separator: comma) }
    return inner + texts.joined(separator: "," + inner) + margin
  }
}
