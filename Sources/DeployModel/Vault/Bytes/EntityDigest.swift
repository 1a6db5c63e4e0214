package import Documents

/// The hash by which the ledger knows an entity: it changes with every field that is covered.
///
/// It is made of the type, the id, and name and value of each covered field that is present, in
/// declared order: of what the document means, not of how it is laid out, so that formatting a
/// file is no tampering. A field that is absent is not the same as one that holds its default.
package enum EntityDigest {
  /// The fields that anyone may edit by hand: texts for people, and what editors need.
  package static let uncovered: Set<String> = [
    "purpose", "usage_context", "security_notes", "description", "example_value", "updated_at",
    Suppression.key, "$schema",
  ]

  /// The digest of an entity's object.
  ///
  /// - Parameters:
  ///   - id: The entity's name in the ledger, such as its UUID in lower case.
  ///   - fields: What is covered of the entity's fields.
  package static func of(
    _ node: Node, type: String, id: String, _ fields: CoveredFields
  ) -> Hash256 {
    var bytes = FieldBytes()
    bytes.append(type)
    bytes.append(id)
    let members = node.members
    var next = 0
    for field in fields.fields {
      // Fields mostly stand in declared order: the next member is tried before a search.
      let here = members[next...].firstIndex { $0.key == field.key }
      guard let index = here ?? members[..<next].firstIndex(where: { $0.key == field.key })
      else { continue }
      next = index + 1
      bytes.append(field.key)
      bytes.append(canonicalText(members[index].value, field.form))
    }
    return SHA256.hash(bytes.bytes)
  }

  /// Strings after unescaping, dates and ids in the one form that commands write, and everything
  /// else as compact JSON.
  private static func canonicalText(_ node: Node, _ form: CoveredFields.Form) -> String {
    guard case .string(let text) = node.value else {
      if case .ordered(let shape) = form { return JSONWriter.line(shape.ordered(node)) }
      return JSONWriter.line(node)
    }
    switch form {
    case .uuid where !UUIDText.isCanonical(text):
      return (try? UUIDText.read(text)).map(UUIDText.write) ?? text
    case .dateTime: return (try? Timestamp(text))?.description ?? text
    default: return text
    }
  }
}

/// The fields of an entity that its digest is made of, in declared order.
package struct CoveredFields: Sendable {
  /// What makes one text of all that mean the same.
  enum Form: Sendable {
    case asWritten
    case uuid
    case dateTime
    /// Objects within are put in declared order.
    case ordered(Shape)
  }

  /// Only what a digest needs of a field: more would be counted as in use, by all threads at once,
  /// for every entry.
  struct Field: Sendable {
    let key: String
    let form: Form
  }

  let fields: [Field]

  /// - Parameter fields: All fields of the entity in declared order.
  package init(of fields: [FieldDescription]) {
    self.fields = fields.filter { !EntityDigest.uncovered.contains($0.key) }
      .map { Field(key: $0.key, form: Form($0.shape)) }
  }
}

extension CoveredFields.Form {
  fileprivate init(_ shape: Shape) {
    switch shape {
    case .string("uuid", _): self = .uuid
    case .string("date-time", _): self = .dateTime
    case .string, .words, .boolean, .integer, .number: self = .asWritten
    case .list, .object, .open, .nullable: self = .ordered(shape)
    }
  }
}
