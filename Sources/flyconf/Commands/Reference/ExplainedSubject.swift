import CommandKit
import DeployModel
import Documents

/// What a word means to `explain`, for people and for programs.
struct ExplainedSubject {
  let text: String
  let node: Node

  /// A rule, or fly.toml, or a place in it by its whole path, or all fields and keys of a name.
  init?(_ subject: String) {
    if let rule = Rule.named(subject) {
      self.init(rule.explanation, "rules", [rule.node])
    } else if subject == "fly.toml" {
      self.init(ExplainedFlyToml.text, ExplainedFlyToml.members)
    } else if let known = Self.inFlyToml(subject) {
      self = known
    } else if !Self.fields(subject).isEmpty || !Self.keys(subject).isEmpty {
      self.init(Self.fields(subject), Self.keys(subject))
    } else {
      return nil
    }
  }

  private init(_ text: String, _ members: [Node.Member]) {
    self.text = text
    let format = Node.Member(key: "format", value: "flyconf.explain/1")
    node = Node(.object([format] + members))
  }

  private init(_ text: String, _ key: String, _ nodes: [Node]) {
    self.init(text, [Node.Member(key: key, value: Node(.array(nodes)))])
  }

  private init(_ fields: [DocumentedField], _ keys: [FlyTomlEntry]) {
    let lists = [("fields", fields.map(\.node)), ("keys", keys.map { ExplainedKey($0).node })]
    self.init(
      (fields.map(\.explanation) + keys.map { ExplainedKey($0).text }).joined(separator: "\n"),
      lists.filter { !$1.isEmpty }.map { Node.Member(key: $0, value: Node(.array($1))) })
  }

  /// A section or key at the top level, or a whole path; fields of the same name come first.
  private static func inFlyToml(_ subject: String) -> ExplainedSubject? {
    switch FlyTomlSubject(path(of: subject)) {
    case .entry(let entry): return ExplainedSubject(fields(subject), [entry])
    case .dropped(let key, let section):
      let dropped = ExplainedDroppedKey(key: key, section: section)
      return ExplainedSubject(dropped.text, "dropped", [dropped.node])
    case .unknown: return nil
    }
  }

  private static func path(of subject: String) -> String {
    subject.hasPrefix("fly.toml.") ? String(subject.dropFirst("fly.toml.".count)) : subject
  }

  private static func fields(_ subject: String) -> [DocumentedField] {
    DocumentedField.all.filter { $0.isNamed(subject) }
  }

  private static func keys(_ name: String) -> [FlyTomlEntry] {
    FlyTomlEntry.all.filter { $0.key.name == name || $0.key.aliases.contains(name) }
  }
}

extension ExplainedSubject {
  /// Everything that can be explained, in the order to offer it.
  static let candidates: [Completion.Candidate] =
    Rule.all.map { .init($0.code.text, $0.summary) }
    + Rule.all.map { .init($0.name, $0.summary) }
    + DocumentedField.all.map {
      .init("\($0.file.entity).\($0.description.key)", $0.description.summary)
    }
    + [.init("fly.toml", "Every section of fly.toml, and its keys")]
    + FlyTomlEntry.all.map { .init($0.path, $0.key.summary) }

  /// What was probably meant by a subject that there is not.
  static func help(for subject: String) -> String {
    if case .unknown(let name, let section, let path) = FlyTomlSubject(path(of: subject)),
      !path.isEmpty, !section.keys.isEmpty
    {
      return help(for: name, in: section, path)
    }
    let bare = DocumentedField.all.map(\.description.key) + FlyTomlEntry.all.map(\.key.name)
    let known = candidates.map(\.word)
    let nearest = Spelling.nearest(to: subject, in: subject.contains(".") ? known : known + bare)
    return nearest.map { "did you mean '\($0)'?" }
      ?? "`flyconf rules` lists the rules, and `flyconf explain fly.toml` its keys"
  }

  private static func help(for name: String, in section: FlySection, _ path: String) -> String {
    if let near = Spelling.nearest(to: name, in: section.keys.map(\.name)) {
      return "did you mean '\(path).\(near)'?"
    }
    let elsewhere = keys(name).prefix(3).map { "'\($0.path)'" }
    return elsewhere.isEmpty
      ? "`flyconf explain \(path)` lists the keys of that section"
      : "did you mean \(elsewhere.joined(separator: " or "))?"
  }
}
