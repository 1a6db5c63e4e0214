/// What a key of fly.toml can hold, as flyctl reads it.
///
/// flyctl turns the TOML into JSON and that into its own structures: one value of another type
/// than these makes it refuse the whole file.
package indirect enum FlyType: Sendable {
  case text
  /// One of a few words. Where flyctl lets others pass, Fly.io itself refuses or ignores them.
  /// `isChecked` says that flyctl itself refuses others.
  case word([String], isChecked: Bool = false)
  case wholeNumber
  case number
  case boolean
  /// A duration as the language Go writes it, such as `1m30s`; a bare number counts in a unit.
  case duration(BareUnit)
  /// A size such as `512mb`, or a number of MB.
  case memory
  /// A size such as `10gb`, or, where it may be one, a number of GB.
  case volumeSize(allowsNumber: Bool)
  /// A number, or a text of digits.
  case port
  /// A word, or a boolean, which was the only form once.
  case autoStop
  case list(FlyType)
  /// A list; one text by itself is taken for a list of one.
  case listOrText
  case table(FlySection)
  /// `[[key]]`, or, where flyctl takes that for a list of one, `[key]`.
  case tables(FlySection, allowsSingle: Bool)
  /// A table for each of some names that the file chooses, such as `[checks.alive]`, or, as it
  /// once was, `[[checks]]` with a `name`.
  case namedTables(FlySection)
  /// A value for each of some names that the file chooses.
  case map(FlyType)
  /// A table, or a text of two limits, such as `20,25`, which was the form once.
  case limits(FlySection)
  /// Texts by name; flyctl makes texts of other values, and takes `[[…]]` with name and value.
  case lenientHeaders
  /// Any value: flyctl makes a text of it.
  case stringified
  /// Whatever: flyctl only passes it on.
  case any

  /// The unit in which flyctl counts a duration that is written as a bare number.
  package enum BareUnit: String, Sendable {
    case seconds, milliseconds, nanoseconds
  }
}
