/// One field of an entity: its description and the property it fills.
///
/// `Value` is the property's type. It is always a `Readable`, so that an entity can be made
/// whatever its document holds.
package struct Field<Root, Value: FieldValue>: Sendable {
  package var description: FieldDescription
  package var path: any KeyPath<Root, Value> & Sendable
}

extension Field {
  /// A field that must be there.
  package static func required<Content: DocumentValue>(
    _ key: String, _ path: any KeyPath<Root, Value> & Sendable, _ summary: String,
    shape: Shape = Content.shape
  ) -> Self where Value == Readable<Content> {
    Self(description: FieldDescription(key, summary, .required, shape), path: path)
  }

  /// A field that may be absent.
  package static func optional<Content: DocumentValue>(
    _ key: String, _ path: any KeyPath<Root, Value> & Sendable, _ summary: String,
    shape: Shape = Content.shape
  ) -> Self where Value == Readable<Content?> {
    Self(description: FieldDescription(key, summary, .optional, shape), path: path)
  }

  /// A field that commands fill in: absent only in what was written by hand.
  package static func generated<Content: DocumentValue>(
    _ key: String, _ path: any KeyPath<Root, Value> & Sendable, _ summary: String,
    shape: Shape = Content.shape
  ) -> Self where Value == Readable<Content?> {
    Self(description: FieldDescription(key, summary, .generated, shape), path: path)
  }

  /// A field whose absence means a value.
  package static func defaulted<Content: DocumentValue>(
    _ key: String, _ path: any KeyPath<Root, Value> & Sendable, _ summary: String,
    default standard: Content, shape: Shape = Content.shape
  ) -> Self where Value == Readable<Content> {
    let node = standard.node ?? Node(.null)
    return Self(description: FieldDescription(key, summary, .defaulted(node), shape), path: path)
  }
}

/// What a property of an entity must be able to do: come from a field, and go back to one.
///
/// Reading goes through this protocol and not through closures kept by `Field`, because a
/// generic type met once a field costs a look-up of its metadata each time: with 100,000
/// entities that was two thirds of the time of `validate`.
package protocol FieldValue: Sendable {
  /// Reads the next field that the reader has in hand.
  static func read(_ reader: inout FieldReader) -> Self
  /// The value as it is written, or nothing where there is none.
  var node: Node? { get }
}

extension Readable: FieldValue where Value: DocumentValue {
  package static func read(_ reader: inout FieldReader) -> Self {
    switch reader.next() {
    case .present(let node):
      do throws(Unreadable) {
        return .value(try Value.read(node, &reader.diagnostics))
      } catch {
        return .unreadable
      }
    case .absent: return absent
    case .missing: return .unreadable
    }
  }

  /// Apart from `read`, which would otherwise look up the optional's type for every field.
  @inline(never) private static var absent: Self {
    Value.absent.map { .value($0) } ?? .unreadable
  }

  package var node: Node? {
    if case .value(let value) = self { value.node } else { nil }
  }
}
