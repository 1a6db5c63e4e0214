/// A header or a key with its value, in the order and the place in which a document has it.
package struct TOMLStatement: Sendable {
  package enum Kind: Sendable {
    /// `[a.b]`
    case table
    /// `[[a.b]]`
    case element
    /// `a.b = 1`
    case pair
  }

  package var kind: Kind
  /// The parts of the name as they are written, without those that the header above has.
  package var keys: [TOMLKey]
  /// The way from the root to what a header opens, or from the header above a pair to its value.
  package var steps: [FieldPath.Step]
  /// The number of the header that a pair stands under, if it does not stand above them all.
  package var header: Int?
  /// From the first bracket to the last, or from the first byte of the key to the value's last.
  package var span: Span
}

/// One part of a name.
package struct TOMLKey: Sendable {
  /// The text without quotes and escapes.
  package var text: String
  /// Where it stands, with its quotes.
  package var span: Span
}
