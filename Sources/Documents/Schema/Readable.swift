/// A field's value, or the memory that the document held nothing that could be read as one.
///
/// An entity is made even of a document with mistakes in it. What reads a field says
/// `try entity.field.get()` and is left where there is no value: the mistake has been reported
/// already, and everything that does not need the field goes on.
public enum Readable<Value: Sendable>: Sendable {
  case value(Value)
  case unreadable

  /// The value.
  ///
  /// - Throws: `Unreadable` if the document held none.
  @inlinable public func get() throws(Unreadable) -> Value {
    switch self {
    case .value(let value): return value
    case .unreadable: throw Unreadable()
    }
  }

  /// The value, or nothing if it could not be read.
  @inlinable public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Readable: Equatable where Value: Equatable {}

/// A field was needed that could not be read; why has been reported where it was read.
public struct Unreadable: Error {
  @usableFromInline package init() {}
}
