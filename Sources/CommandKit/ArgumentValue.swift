/// A value that can be written as one word of a command line.
///
/// A type says once how it is read and what was expected; error messages, help and completion
/// all follow from that.
package protocol ArgumentValue: Sendable {
  /// Reads a word, or gives nil if it does not stand for a value of this type.
  init?(argument: String)

  /// The words to offer and to list in help and messages; empty when the set is open.
  static var choices: [String] { get }

  /// What a readable word looks like, such as "a date like 2026-01-31".
  ///
  /// It is shown after "expected" when a word cannot be read and there are no choices to list.
  static var expectation: String? { get }

  /// The word that reads back as this value; nil when a default is not worth showing in help.
  var argument: String? { get }
}

extension ArgumentValue {
  package static var choices: [String] { [] }
  package static var expectation: String? { nil }
  package var argument: String? { nil }

  /// Reads a word for the parameter of the given name.
  init(argument word: String, for name: String) throws(UsageError) {
    guard let value = Self(argument: word) else {
      throw .invalidValue(
        word, for: name, choices: Self.choices, expectation: Self.expectation)
    }
    self = value
  }
}

extension String: ArgumentValue {
  package init?(argument: String) { self = argument }
  package var argument: String? { isEmpty ? nil : self }
}

extension Int: ArgumentValue {
  package init?(argument: String) { self.init(argument) }
  package static var expectation: String? { "a whole number" }
  package var argument: String? { String(self) }
}

extension ArgumentValue where Self: RawRepresentable, RawValue == String {
  package init?(argument: String) { self.init(rawValue: argument) }
  package var argument: String? { rawValue }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package static var choices: [String] { allCases.map { $0.rawValue } }
}
