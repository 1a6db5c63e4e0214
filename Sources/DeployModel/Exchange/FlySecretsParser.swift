/// A model of the parser behind `fly secrets import`: what it makes of a text.
///
/// Every trap of the original is in it, because the model exists to tell whether a text comes
/// through unharmed.
///
/// Source: https://github.com/superfly/flyctl/blob/master/internal/command/secrets/parser.go, and
/// for lines https://pkg.go.dev/bufio#Scanner
package struct FlySecretsParser {
  /// Why the parser gives nothing.
  package enum Fault: Error, Hashable {
    /// A line without `=`, counted from 1: the parser refuses the whole text.
    case notAPair(line: Int)
    /// A value that is one quote alone, at which the parser crashes.
    case crash(line: Int)
  }

  /// The most bytes of a line; the parser takes a longer one for the end of the text, and does
  /// not say so.
  package static let longestLine = 65_535

  private static let quotes: [UInt8] = Array(#"""""#.utf8)
  private static let (quote, singleQuote) = (UInt8(ascii: "\""), UInt8(ascii: "'"))

  private var values: [[UInt8]: [UInt8]] = [:]
  /// The key of a value whose lines are still coming, and the lines so far.
  private var open: (key: [UInt8], value: [UInt8])?

  /// What the parser reads; where a name stands twice, the last value.
  package static func read(_ text: [UInt8]) throws(Fault) -> [[UInt8]: [UInt8]] {
    var parser = FlySecretsParser()
    var number = 0
    for line in lines(of: text) {
      number += 1
      guard line.count <= longestLine else { break }
      try parser.read(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, number)
    }
    // A value that is still open is dropped, and nothing is said.
    return parser.values
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(Fault) {
    if open != nil { return goOn(with: line) }
    guard line.first != UInt8(ascii: "#"), !GoSpace.trimmed(line).isEmpty else { return }
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else {
      throw .notAPair(line: number)
    }
    let key = Array(GoSpace.trimmed(line[..<equals]))
    let value = Self.withoutComment(line[(equals + 1)...].drop { $0 == UInt8(ascii: " ") })
    if value.starts(with: Self.quotes) {
      guard value.count >= 6, value.suffix(3).elementsEqual(Self.quotes) else {
        open = (key, value.dropFirst(3) + [UInt8(ascii: "\n")])
        return
      }
      values[key] = Array(value.dropFirst(3).dropLast(3))
    } else {
      values[key] = Array(try Self.unquoted(value, number))
    }
  }

  private mutating func goOn(with line: ArraySlice<UInt8>) {
    guard line.suffix(3).elementsEqual(Self.quotes) else {
      open?.value += line + [UInt8(ascii: "\n")]
      return
    }
    if let (key, value) = open { values[key] = value + line.dropLast(3) }
    open = nil
  }

  /// Cuts at the first `#` if an even number of double quotes stands before it.
  private static func withoutComment(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let hash = value.firstIndex(of: UInt8(ascii: "#")) else { return value }
    var start = value[..<hash]
    guard start.count(where: { $0 == quote }).isMultiple(of: 2) else { return value }
    while start.last == UInt8(ascii: " ") { start.removeLast() }
    return start
  }

  /// Takes one pair of quotes away; a quote alone counts as both.
  private static func unquoted(
    _ value: ArraySlice<UInt8>, _ number: Int
  ) throws(Fault) -> ArraySlice<UInt8> {
    guard let first = value.first, first == value.last, [quote, singleQuote].contains(first)
    else { return value }
    guard value.count > 1 else { throw .crash(line: number) }
    return value.dropFirst().dropLast()
  }
}
