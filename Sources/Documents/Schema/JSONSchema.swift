/// Writes shapes as JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12/schema).
package enum JSONSchema {
  /// A schema for a whole document.
  package static func document(title: String, description: String, _ shape: Shape) -> Node {
    var members: [Node.Member] = [
      Node.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
      Node.Member(key: "title", value: Node(.string(title))),
      Node.Member(key: "description", value: Node(.string(description))),
    ]
    members += node(of: shape).members.filter { $0.key != "title" }
    return Node(.object(members))
  }

  package static func node(of shape: Shape) -> Node {
    switch shape {
    case .string(let format, let pattern): string(format, pattern)
    case .integer(let range): integer(range)
    case .number: .object(["type": "number"])
    case .boolean: .object(["type": "boolean"])
    case .words(let words): .object(["enum": Node(.array(words.map { Node(.string($0)) }))])
    case .list(let element): .object(["type": "array", "items": node(of: element)])
    case .object(let object): node(of: object)
    case .open(let fields): open(fields)
    case .nullable(let shape): .object(["anyOf": [node(of: shape), .object(["type": "null"])]])
    }
  }

  private static func string(_ format: String?, _ pattern: String?) -> Node {
    var members = [Node.Member(key: "type", value: "string")]
    if let format { members.append(Node.Member(key: "format", value: Node(.string(format)))) }
    if let pattern { members.append(Node.Member(key: "pattern", value: Node(.string(pattern)))) }
    return Node(.object(members))
  }

  private static func integer(_ range: ClosedRange<Int>?) -> Node {
    var members = [Node.Member(key: "type", value: "integer")]
    if let range {
      members.append(Node.Member(key: "minimum", value: Node(integerLiteral: range.lowerBound)))
      if range.upperBound < .max {
        members.append(Node.Member(key: "maximum", value: Node(integerLiteral: range.upperBound)))
      }
    }
    return Node(.object(members))
  }

  private static func node(of object: ObjectShape) -> Node {
    let properties = object.fields.map { Node.Member(key: $0.key, value: node(of: $0)) }
    let required = object.fields
      .filter { $0.isRequired && !object.excusable.contains($0.key) }
      .map { Node(.string($0.key)) }
    return .object([
      "title": Node(.string(object.title)),
      "type": "object",
      "properties": Node(.object(properties)),
      "required": Node(.array(required)),
      "additionalProperties": false,
    ])
  }

  private static func node(of field: FieldDescription) -> Node {
    var members = node(of: field.shape).members
    members.append(Node.Member(key: "description", value: Node(.string(field.summary))))
    if case .defaulted(let standard) = field.presence {
      members.append(Node.Member(key: "default", value: standard))
    }
    return Node(.object(members))
  }

  private static func open(_ fields: [FieldDescription]) -> Node {
    .object([
      "type": "object",
      "properties": Node(
        .object(fields.map { Node.Member(key: $0.key, value: node(of: $0)) })),
      "additionalProperties": false,
    ])
  }
}
