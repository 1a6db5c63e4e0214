import Documents

/// Reads JSON Lines (https://jsonlines.org): one JSON text a line, in one array node.
enum JSONLines {
  /// The lines' values; a line that is not JSON is reported, and null stands in its place so that
  /// the others keep their numbers.
  static func read(_ source: SourceText, _ diagnostics: inout [Diagnostic]) -> Node? {
    var elements: [Node] = []
    var isReadable = true
    for range in lineRanges(source.bytes) {
      if let node = JSONReader.read(source, part: range, &diagnostics) {
        elements.append(node)
      } else {
        isReadable = false
      }
    }
    return isReadable ? Node(.array(elements), span: source.span) : nil
  }

  /// The byte ranges of the lines that hold more than white space.
  private static func lineRanges(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { bytes[$0] == UInt8(ascii: "\n") }
      .map { $0.startIndex..<$0.endIndex }
      .filter { range in bytes[range].contains { $0 > 0x20 } }
  }
}
