package import Documents

/// A kind of project file: the entity it holds, its name, and how it is laid out.
package struct ProjectFile: Sendable {
  /// How entities stand in a file.
  package enum Layout: Sendable, Equatable {
    /// The file is one entity, with merge patches by environment.
    case object
    /// The file is an object whose one field, of this name, lists the entities.
    case list(String)
    /// The file has one entity a line (JSON Lines) and is only appended to.
    case lines
  }

  /// The entity's name on the command line, and the file's name without its ending.
  package let stem: String
  package let layout: Layout
  package let summary: String
  /// The fields of one entity.
  package let shape: ObjectShape
  let excusedFields: @Sendable (Node) -> Set<String>

  init<E: ProjectEntity>(_ entity: E.Type, _ stem: String, _ layout: Layout, _ summary: String) {
    self.stem = stem
    self.layout = layout
    self.summary = summary
    shape = ObjectShape(
      title: E.schema.title, fields: E.schema.shape.fields, excusable: E.excusableFields)
    excusedFields = { E.excusedFields(in: $0) }
  }

  package var name: String { layout == .lines ? "\(stem).jsonl" : "\(stem).json" }

  /// The entity's name in the data model.
  package var entity: String { shape.title }

  /// The shape of a whole file, or of one line where lines are documents.
  package var documentShape: Shape {
    switch layout {
    case .object:
      // The patches hold the entity's own fields, each of them optional.
      .object(shape.withEnvironmentPatches)
    case .list(let key):
      .object(
        ObjectShape(
          title: key,
          fields: [
            .schemaReference,
            FieldDescription(key, "The entries", .required, .list(.object(shape))),
          ]))
    case .lines: .object(shape)
    }
  }
}

extension ProjectFile: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.stem == right.stem }
  package func hash(into hasher: inout Hasher) { hasher.combine(stem) }
}

extension ObjectShape {
  /// The shape with `environments` spelled out as patches over the entity's own fields.
  fileprivate var withEnvironmentPatches: ObjectShape {
    let own = fields.filter { if case .annotation = $0.presence { false } else { true } }
    let patch = own.map { field in
      var field = field
      // A patch that removes a required field is refused.
      if !field.isRequired { field.shape = .nullable(field.shape) }
      field.presence = .optional
      return field
    }
    var shape = self
    shape.fields = fields.map { field in
      field.key == FieldDescription.environments.key ? .environments(patch) : field
    }
    return shape
  }
}

extension ProjectFile {
  /// The JSON Schema of a whole file, or of one line where lines are documents.
  package var jsonSchema: Node {
    JSONSchema.document(title: name, description: "flyconf: \(summary)", documentShape)
  }
}
