/// A number of things in words, such as `1 value` or `2 values`.
package struct Counted: CustomStringConvertible {
  package let description: String

  /// - Parameter noun: In the singular, of which an `s` makes the plural.
  package init(_ count: Int, _ noun: String) {
    description = "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
