import Documents

extension FlyType {
  /// What the type accepts, as JSON Schema.
  ///
  /// Patterns bind texts alone, `items` lists and `additionalProperties` tables, so that types
  /// with several forms need no alternatives.
  func schema(at path: String) -> Node {
    switch self {
    case .text: .object(["type": "string"])
    case .word(let words, isChecked: false):
      .object(["type": "string", "examples": Self.texts(words)])
    // An empty text is as good as none.
    case .word(let words, isChecked: true): .object(["enum": Self.texts(words + [""])])
    case .wholeNumber: .object(["type": "integer"])
    case .number: .object(["type": "number"])
    case .boolean: .object(["type": "boolean"])
    case .autoStop: .object(["enum": Node(.array(Self.texts(words).elements + [true, false]))])
    case .duration(let unit): Self.duration(unit)
    case .memory, .volumeSize(allowsNumber: true): .object(["type": ["string", "number"]])
    case .volumeSize(allowsNumber: false): .object(["type": "string"])
    case .port: .object(["type": ["number", "string"], "pattern": "^[-+]?[0-9]+$"])
    case .list(let element):
      .object(["type": "array", "items": element.schema(at: path)])
    case .listOrText:
      .object(["type": ["array", "string"], "items": .object(["type": "string"])])
    case .stringified, .any: .object([:])
    case .table, .tables, .namedTables, .limits: schemaOfTables(at: path)
    case .map(let value): Self.map(value, at: path)
    case .lenientHeaders:
      .object(["type": ["object", "array"], "items": Self.named(and: "value")])
    }
  }

  private func schemaOfTables(at path: String) -> Node {
    let section = section(under: path)?.1 ?? path
    let table = Node.object(["$ref": Node(.string("#/$defs/\(section)"))])
    let list = Node.object(["type": "array", "items": table])
    switch self {
    case .tables(_, allowsSingle: true): return .object(["anyOf": [list, table]])
    case .tables: return list
    case .namedTables:
      let named = Node(.object(table.members + Self.named().members))
      return .object([
        "type": ["object", "array"], "additionalProperties": table, "items": named,
      ])
    case .limits:
      let text = Node.object(["type": "string", "pattern": "^[-+]?[0-9]+,[-+]?[0-9]+$"])
      return .object(["anyOf": [table, text]])
    default: return table
    }
  }

  /// Two maps were lists of tables once.
  private static func map(_ value: FlyType, at path: String) -> Node {
    let schema = value.schema(at: path)
    let types: Node =
      ["env", "processes"].contains(path) ? ["object", "array"] : "object"
    var members = Node.object(["type": types, "additionalProperties": schema]).members
    if path == "processes" {
      let process = Node.object(["properties": .object(["command": schema])])
      members.append(Node.Member(key: "items", value: process))
    }
    return Node(.object(members))
  }

  private static func duration(_ unit: BareUnit) -> Node {
    // Only of seconds may a bare number have a fraction; where flyctl rewrites checks, an empty
    // text is as good as none.
    let part = "([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)"
    let optional = unit == .milliseconds ? "?" : ""
    return .object([
      "type": ["string", unit == .seconds ? "number" : "integer"],
      "pattern": Node(.string("^([-+]?(0|(\(part))+))\(optional)$")),
    ])
  }

  /// A table that must have a name, and may have to have other keys.
  private static func named(and keys: String...) -> Node {
    .object([
      "type": "object",
      "properties": .object(["name": .object(["type": "string"])]),
      "required": texts(["name"] + keys),
    ])
  }

  private static func texts(_ words: [String]) -> Node {
    Node(.array(words.map { Node(.string($0)) }))
  }
}
