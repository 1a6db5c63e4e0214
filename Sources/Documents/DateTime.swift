/// A date, a time of day, or both, as TOML has them (https://toml.io/en/v1.0.0, after RFC 3339).
package struct DateTime: Hashable, Sendable {
  /// How much of a moment is said.
  package enum Kind: Sendable {
    /// A moment that is the same everywhere.
    case offsetDateTime
    /// A date and a time of day, wherever that may be.
    case localDateTime
    case localDate
    case localTime
  }

  /// The text with `T` and `Z` as capitals, its digits as they were written.
  package let literal: String
  /// Behind the text, where it takes one byte: in front of it, it would make every node longer.
  package let kind: Kind

  init(_ kind: Kind, literal: String) {
    self.kind = kind
    self.literal = literal
  }

  /// A date or time by its text, or nothing if that is none or the calendar has no such day.
  package init?(_ text: String) {
    guard let moment = try? DateTimeReader.read(Array(text.utf8)[...]) else { return nil }
    self = moment
  }
}
