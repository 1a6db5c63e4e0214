/// An object on one line that is written member by member, for the many lines of a log.
///
/// The same members give the same bytes as `JSONWriter.line`, without a node for each of them.
package struct JSONLine: Sendable {
  private var bytes: [UInt8] = []

  /// - Parameter capacity: How many bytes to make room for.
  package init(capacity: Int = 512) {
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  /// Adds a member that holds a text.
  package mutating func add(_ key: StaticString, _ text: String) {
    begin(key)
    JSONWriter.write(text, to: &bytes)
  }

  /// Adds a member that holds a whole number.
  package mutating func add(_ key: StaticString, _ number: UInt64) {
    begin(key)
    bytes += String(number).utf8
  }

  /// Adds a member that holds any value.
  package mutating func add(_ key: StaticString, _ value: Node) {
    begin(key)
    JSONWriter.write(value, to: &bytes)
  }

  /// The whole line without a newline, in UTF-8.
  package consuming func closed() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// - Parameter key: A name that needs no escapes.
  private mutating func begin(_ key: StaticString) {
    JSONWriter.writeBare(bytes.count > 1 ? ",\"" : "\"", to: &bytes)
    JSONWriter.writeBare(key, to: &bytes)
    JSONWriter.writeBare("\":", to: &bytes)
  }
}
