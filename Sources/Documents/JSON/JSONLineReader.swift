/// Takes a line apart that `JSONLineWriter` wrote, member by member in their order, without a node
/// for each of them.
///
/// A member that does not come next is nothing, and leaves the reader where it stands: whoever has
/// asked for all that a line may hold sees at its end whether that was all. The reader takes for
/// right what merely means the same, such as needless escapes or bytes that are no UTF-8: whoever
/// must know writes the line again and compares.
package struct JSONLineReader {
  private let source: SourceText
  private let end: Int
  private var at: Int
  private var isFirst = true

  /// - Parameter line: The range of a line without its newline.
  package init(_ source: SourceText, _ line: Range<Int>) {
    self.source = source
    end = line.upperBound
    let isObject = !line.isEmpty && source.bytes[line.lowerBound] == UInt8(ascii: "{")
    at = isObject ? line.lowerBound + 1 : end
  }

  /// Whether nothing is left but the brace that closes the line.
  package var isAtEnd: Bool { at + 1 == end && source.bytes[at] == UInt8(ascii: "}") }

  /// The text that the next member holds, if it has this key.
  package mutating func text(_ key: StaticString) -> String? {
    guard let start = valueStart(key), let closing = closingQuote(from: start) else { return nil }
    guard let text = string(start, closing) else { return nil }
    step(to: closing + 1)
    return text
  }

  /// The whole number that the next member holds, if it has this key.
  package mutating func number(_ key: StaticString) -> UInt64? {
    guard let start = valueStart(key) else { return nil }
    var number: UInt64 = 0
    var next = start
    while next < end, source.bytes[next] &- UInt8(ascii: "0") < 10 {
      let digit = UInt64(source.bytes[next] - UInt8(ascii: "0"))
      let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isFull) = tenfold.addingReportingOverflow(digit)
      if isTooLarge || isFull { return nil }
      number = sum
      next += 1
    }
    guard next > start else { return nil }
    step(to: next)
    return number
  }

  /// Whatever the next member holds, if it has this key and is the last one.
  package mutating func last(_ key: StaticString) -> Node? {
    guard let start = valueStart(key), start < end else { return nil }
    guard let value = node(start..<end - 1) else { return nil }
    step(to: end - 1)
    return value
  }

  private mutating func step(to place: Int) {
    at = place
    isFirst = false
  }

  /// Where the value of the next member stands.
  private func valueStart(_ key: StaticString) -> Int? {
    var place = at
    if !isFirst {
      guard place < end, source.bytes[place] == UInt8(ascii: ",") else { return nil }
      place += 1
    }
    let keyEnd = place + key.utf8CodeUnitCount + 1
    guard keyEnd + 1 < end, source.bytes[place] == UInt8(ascii: "\""),
      key.withUTF8Buffer({ source.bytes[place + 1..<keyEnd].elementsEqual($0) }),
      source.bytes[keyEnd] == UInt8(ascii: "\""), source.bytes[keyEnd + 1] == UInt8(ascii: ":")
    else { return nil }
    return keyEnd + 2
  }

  private func closingQuote(from start: Int) -> Int? {
    guard start < end, source.bytes[start] == UInt8(ascii: "\"") else { return nil }
    var place = start + 1
    while place < end {
      switch source.bytes[place] {
      case UInt8(ascii: "\""): return place
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  private func string(_ start: Int, _ closing: Int) -> String? {
    let inside = start + 1..<closing
    let hasEscapes = source.bytes[inside].contains(UInt8(ascii: "\\"))
    guard hasEscapes else { return source.text(of: Span(inside)) }
    return node(start..<closing + 1)?.text
  }

  private func node(_ part: Range<Int>) -> Node? {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(source, part: part, &diagnostics)
    return diagnostics.isEmpty ? node : nil
  }
}
