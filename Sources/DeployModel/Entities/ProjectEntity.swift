package import Documents

/// An entity that project files hold.
package protocol ProjectEntity: Entity {
  /// Required fields whose absence another field of the same object excuses.
  static func excusedFields(in node: Node) -> Set<String>
  /// All fields that can ever be excused.
  static var excusableFields: Set<String> { get }
}

extension ProjectEntity {
  package static func excusedFields(in node: Node) -> Set<String> { [] }
  package static var excusableFields: Set<String> { [] }
}

extension [FieldDescription] {
  /// What an entry of a list may carry beside its entity's fields.
  static let entry = [FieldDescription.schemaReference, .suppressions]
  /// What an entity with a file of its own may carry beside its fields.
  static let singleton = [FieldDescription.schemaReference, .environments, .suppressions]
}

extension FieldDescription {
  /// Tells editors which JSON Schema the object follows.
  static let schemaReference = FieldDescription(
    "$schema", "JSON Schema of the object, for editors", .annotation, .string())

  /// Merge patches by environment; production is the object itself.
  static let environments = environments([])

  /// The same with the fields that a patch can have.
  static func environments(_ patch: [FieldDescription]) -> FieldDescription {
    let names = EnvironmentName.allCases.filter { $0 != .production }
    return FieldDescription(
      "environments", "Fields that differ in an environment: a JSON merge patch for each",
      .annotation,
      .open(
        names.map { name in
          FieldDescription(
            name.rawValue, "What is different in \(name.rawValue)", .optional, .open(patch))
        }))
  }

  /// Rules that do not apply to the entity, each with the reason.
  static let suppressions = FieldDescription(
    Suppression.key, "Findings to leave out, each with its rule and the reason", .annotation,
    .list(Suppression.shape))
}
