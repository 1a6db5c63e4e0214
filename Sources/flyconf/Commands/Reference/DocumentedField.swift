import DeployModel
import Documents

/// A field of an entity, with what `explain` says of it.
struct DocumentedField {
  var file: ProjectFile
  var description: FieldDescription

  static let all: [DocumentedField] = ProjectFile.all.flatMap { file in
    file.shape.fields.map { DocumentedField(file: file, description: $0) }
  }

  /// Whether a word names the field: alone, or after its entity or the stem of its file.
  func isNamed(_ word: String) -> Bool {
    [description.key, "\(file.entity).\(description.key)", "\(file.stem).\(description.key)"]
      .contains(word)
  }

  var explanation: String {
    var rows = [
      ["type", description.shape.name],
      ["presence", presence],
      ["file", file.name],
    ]
    if let standard { rows.insert(["default", JSONWriter.line(standard)], at: 2) }
    return """
      \(file.entity).\(description.key)

      \(description.summary).

      \(TextTable(rows).text)
      """
  }

  var node: Node {
    var members = [
      Node.Member(key: "entity", value: Node(.string(file.entity))),
      Node.Member(key: "field", value: Node(.string(description.key))),
      Node.Member(key: "summary", value: Node(.string(description.summary))),
      Node.Member(key: "type", value: Node(.string(description.shape.name))),
      Node.Member(key: "presence", value: Node(.string(presence))),
      Node.Member(key: "file", value: Node(.string(file.name))),
    ]
    if let standard { members.append(Node.Member(key: "default", value: standard)) }
    return Node(.object(members))
  }

  private var standard: Node? {
    if case .defaulted(let standard) = description.presence { standard } else { nil }
  }

  private var presence: String {
    switch description.presence {
    case .required: "required"
    case .optional: "optional"
    case .defaulted: "optional, with a default"
    case .generated: "filled in by commands"
    case .annotation: "optional, not part of the entity"
    }
  }
}
