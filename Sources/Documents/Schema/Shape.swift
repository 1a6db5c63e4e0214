/// What a value of a document may look like: the base of JSON Schema and of the fields' docs.
package indirect enum Shape: Sendable {
  /// A string, with a JSON Schema format or pattern where it has one.
  case string(format: String? = nil, pattern: String? = nil)
  case integer(ClosedRange<Int>? = nil)
  case number
  case boolean
  case words([String])
  case list(Shape)
  case object(ObjectShape)
  /// An object of which no field is required, such as a merge patch.
  case open([FieldDescription])
  /// What may also be null, which in a merge patch removes a field.
  case nullable(Shape)
}

/// The fields of an object, in the order in which they are written.
package struct ObjectShape: Sendable {
  package var title: String
  package var fields: [FieldDescription]
  /// Required fields that another field of the object can excuse: JSON Schema does not ask for
  /// them.
  package var excusable: Set<String>

  package init(title: String, fields: [FieldDescription], excusable: Set<String> = []) {
    self.title = title
    self.fields = fields
    self.excusable = excusable
  }
}

/// What is known of one field: the source of reading, writing, JSON Schema and `explain`.
package struct FieldDescription: Sendable {
  /// What a document without the field means.
  package enum Presence: Sendable {
    case required
    case optional
    /// Absent means this value.
    case defaulted(Node)
    /// Filled in by commands; absent in what was written by hand.
    case generated
    /// Not part of the entity: `$schema` and the like.
    case annotation
  }

  package var key: String
  package var summary: String
  package var presence: Presence
  package var shape: Shape

  package init(_ key: String, _ summary: String, _ presence: Presence, _ shape: Shape) {
    self.key = key
    self.summary = summary
    self.presence = presence
    self.shape = shape
  }

  package var isRequired: Bool {
    if case .required = presence { true } else { false }
  }
}

extension Shape {
  private static func name(of range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "integer, at least \(range.lowerBound)"
      : "integer, \(range.lowerBound) to \(range.upperBound)"
  }

  /// The kind of value in a word or two, for documentation.
  package var name: String {
    switch self {
    case .string(let format, _): format ?? "string"
    case .integer(let range): range.map(Self.name) ?? "integer"
    case .number: "decimal"
    case .boolean: "boolean"
    case .words(let words): words.joined(separator: " | ")
    case .list(let element): "array of \(element.name)"
    case .object(let object): object.title
    case .open: "object"
    case .nullable(let shape): shape.name
    }
  }
}

extension Shape {
  /// The keys of an object.
  package var keys: [String] {
    if case .object(let object) = self { object.fields.map { $0.key } } else { [] }
  }
}
