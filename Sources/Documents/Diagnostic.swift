/// Something that is wrong with a document, found while it was read.
package struct Diagnostic: Hashable, Sendable {
  /// What kind of mistake it is. Targets that read documents add kinds of their own.
  package struct Kind: Hashable, Sendable, RawRepresentable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    package static let syntax = Kind(rawValue: "syntax")
    package static let unknownField = Kind(rawValue: "unknown-field")
    package static let missingField = Kind(rawValue: "missing-field")
    package static let missingGeneratedField = Kind(rawValue: "missing-generated-field")
    package static let duplicateField = Kind(rawValue: "duplicate-field")
    package static let wrongType = Kind(rawValue: "wrong-type")
    package static let unknownWord = Kind(rawValue: "unknown-word")
    package static let removedField = Kind(rawValue: "removed-field")
  }

  package var kind: Kind
  /// Lower case, no full stop, values in single quotes.
  package var message: String
  /// What to do about it.
  package var help: String?
  package var span: Span
  /// The field that is missing and can be filled in.
  package var field: String?
  /// Where the same stands before, for what stands there twice.
  package var earlier: Span?

  package init(
    _ kind: Kind, _ message: String, help: String? = nil, at span: Span,
    field: String? = nil, earlier: Span? = nil
  ) {
    self.kind = kind
    self.message = message
    self.help = help
    self.span = span
    self.field = field
    self.earlier = earlier
  }
}
