/// Writes objects on lines of their own, member by member, for the many lines of a log.
///
/// The same members give the same bytes as `JSONWriter.line`, without a node for each of them;
/// `JSONLineReader` reads them back.
package struct JSONLineWriter: Sendable {
  /// The lines that have been ended, and the beginning of the next one.
  package private(set) var bytes: [UInt8] = []
  private var isEmpty = true

  /// - Parameter capacity: How many bytes to make room for.
  package init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

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

  /// Ends the line with a newline; what is added next stands on another one.
  package mutating func endLine() {
    close()
    bytes.append(UInt8(ascii: "\n"))
    isEmpty = true
  }

  /// All lines, of which the last has no newline, in UTF-8.
  package consuming func closed() -> [UInt8] {
    close()
    return bytes
  }

  private mutating func close() { JSONWriter.writeBare(isEmpty ? "{}" : "}", to: &bytes) }

  /// - Parameter key: A name that needs no escapes.
  private mutating func begin(_ key: StaticString) {
    JSONWriter.writeBare(isEmpty ? "{\"" : ",\"", to: &bytes)
    isEmpty = false
    JSONWriter.writeBare(key, to: &bytes)
    JSONWriter.writeBare("\":", to: &bytes)
  }
}
