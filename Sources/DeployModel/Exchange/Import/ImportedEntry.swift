/// What an import has made of one value of a file.
package struct ImportedEntry: Sendable {
  package enum Result: String, Sendable { case created, set, unchanged }

  package let kind: EntityKind
  package let name: String
  package let line: Int
  package let result: Result
  package var compartment: Compartment?
  /// Whether the variable takes its value from a credential of the same import.
  package var isReference = false
  /// Whether a value that could be read so far can be read no longer.
  package var wasPlain = false
  /// Whether nothing told the category, so that it was assumed.
  package var isCategoryAssumed = false
}
