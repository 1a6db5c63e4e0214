import DeployModel
import Documents

/// A key of fly.toml, with what `explain` says of it.
struct ExplainedKey {
  let entry: FlyTomlEntry
  private var key: FlyKey { entry.key }
  private var type: FlyType { entry.key.type }

  init(_ entry: FlyTomlEntry) { self.entry = entry }

  var text: String {
    """
    \(entry.header)

    \(key.summary).

    \(TextTable(rows).text)\(section)
    """
  }

  private var rows: [[String]] {
    let words = type.words.joined(separator: ", ")
    return [
      ["type", type.name],
      words.isEmpty ? nil : [type.refusesOtherWords ? "one of" : "known words", words],
      type.bareUnit.map { ["bare number", "counts in \($0)"] },
      key.standard.map { ["default", $0] },
      key.aliases.isEmpty ? nil : ["old names", key.aliases.joined(separator: ", ")],
      key.replacement.map { ["out of use", "write \($0)"] },
      type.otherForm(at: entry.path).map { ["also read", $0] },
      ["file", "fly.toml"],
      ["source", FlyTomlKeys.provenance],
    ].compactMap { $0 }
  }

  private var section: String {
    guard let (_, section) = entry.section else { return "" }
    let keys = TextTable(section.keys.map { [$0.name, $0.type.name, $0.summary] }).text
    guard !section.dropped.isEmpty else { return "\nKeys:\n\(keys.indented)" }
    let dropped = TextTable(section.dropped.map { [$0.name, $0.help] }).text
    return """

      Keys:
      \(keys.indented)
      What flyctl drops in silence:
      \(dropped.indented)
      """
  }

  var node: Node {
    var members = [
      Node.Member(key: "file", value: "fly.toml"),
      Node.Member(key: "path", value: Node(.string(entry.path))),
      Node.Member(key: "summary", value: Node(.string(key.summary))),
      Node.Member(key: "type", value: Node(.string(type.name))),
    ]
    members += typeMembers
    members += keyMembers
    members.append(Node.Member(key: "source", value: Node(.string(FlyTomlKeys.provenance))))
    if let (_, section) = entry.section { members += Self.members(of: section) }
    return Node(.object(members))
  }

  private var typeMembers: [Node.Member] {
    var members: [Node.Member] = []
    if !type.words.isEmpty {
      members.append(Node.Member(key: "words", value: Self.texts(type.words)))
      members.append(
        Node.Member(key: "refuses_others", value: Node(.bool(type.refusesOtherWords))))
    }
    if let unit = type.bareUnit {
      members.append(Node.Member(key: "bare_number_unit", value: Node(.string(unit))))
    }
    if let form = type.otherForm(at: entry.path) {
      members.append(Node.Member(key: "also_read", value: Node(.string(form))))
    }
    return members
  }

  private var keyMembers: [Node.Member] {
    var members: [Node.Member] = []
    if let standard = key.standardValue {
      members.append(Node.Member(key: "default", value: standard))
    } else if let standard = key.standard {
      members.append(Node.Member(key: "default_in_words", value: Node(.string(standard))))
    }
    if !key.aliases.isEmpty {
      members.append(Node.Member(key: "old_names", value: Self.texts(key.aliases)))
    }
    if let replacement = key.replacement {
      members.append(Node.Member(key: "replaced_by", value: Node(.string(replacement))))
    }
    return members
  }

  /// What stands in a section.
  static func members(of section: FlySection) -> [Node.Member] {
    let dropped = section.dropped.map { key in
      Node.object(["name": Node(.string(key.name)), "help": Node(.string(key.help))])
    }
    return [
      Node.Member(key: "keys", value: texts(section.keys.map(\.name))),
      Node.Member(key: "dropped", value: Node(.array(dropped))),
    ]
  }

  private static func texts(_ words: [String]) -> Node {
    Node(.array(words.map { Node(.string($0)) }))
  }
}
