package import Documents

/// fly.toml as JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12/schema).
///
/// It accepts whatever flyctl accepts: keys that flyctl drops, and words that only Fly.io itself
/// refuses, pass.
package enum FlyTomlSchema {
  package static var document: Node {
    let definitions = FlyTomlKeys.sections.dropFirst().map {
      Node.Member(key: $0.path, value: Node(.object(members(of: $0.section, at: $0.path))))
    }
    let head = Node.object([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$comment": Node(.string("Read from \(FlyTomlKeys.provenance)")),
      "title": "fly.toml",
      "description": "flyconf: the configuration of an application on Fly.io, as flyctl reads it",
    ])
    let root = members(of: FlyTomlKeys.root, at: "")
    return Node(
      .object(
        head.members + root + [Node.Member(key: "$defs", value: Node(.object(definitions)))]))
  }

  private static func members(of section: FlySection, at path: String) -> [Node.Member] {
    let properties = section.keys.flatMap { key in
      let entry = FlyTomlEntry(sectionPath: path, key: key)
      let named = Node.Member(key: key.name, value: entry.schema)
      let aliases = key.aliases.map { Node.Member(key: $0, value: entry.schemaOfAlias) }
      return [named] + aliases
    }
    return Node.object(["type": "object", "properties": Node(.object(properties))]).members
  }
}

extension FlyTomlEntry {
  fileprivate var schema: Node {
    var members = key.type.schema(at: path).members
    members.append(Node.Member(key: "description", value: Node(.string(description))))
    if let standard = key.standardValue {
      members.append(Node.Member(key: "default", value: standard))
    }
    if key.replacement != nil { members.append(Node.Member(key: "deprecated", value: true)) }
    return Node(.object(members))
  }

  fileprivate var schemaOfAlias: Node {
    let members = key.type.schema(at: path).members
    let remark = Node.object([
      "description": Node(.string("An older name of \(key.name)")), "deprecated": true,
    ])
    return Node(.object(members + remark.members))
  }

  private var description: String {
    var sentences = [key.summary]
    if let replacement = key.replacement {
      sentences.append("Out of use: write \(replacement)")
    }
    if let standard = key.standard, key.standardValue == nil {
      sentences.append("Default: \(standard)")
    }
    if let unit = key.type.bareUnit { sentences.append("A bare number counts in \(unit)") }
    if let form = key.type.otherForm(at: path) { sentences.append("flyctl also reads \(form)") }
    return sentences.joined(separator: ". ")
  }
}

extension FlyKey {
  /// The default as a value of the key's type, where it is one and not described in words.
  package var standardValue: Node? {
    guard let standard else { return nil }
    let text = Node(.string(standard))
    switch type {
    case .boolean: return Bool(standard).map { Node(.bool($0)) }
    case .wholeNumber, .number, .port:
      return Double(standard) == nil ? nil : Node(.number(Number(literal: standard)))
    case .duration: return (try? FlyDuration(standard)) == nil ? nil : text
    case .volumeSize: return (try? FlySize.gigabytes(standard)) == nil ? nil : text
    case .word, .autoStop: return type.words.contains(standard) ? text : nil
    // Of texts, a default in words has several of them, or is "none".
    case .text: return standard.contains(" ") || standard == "none" ? nil : text
    default: return nil
    }
  }
}
