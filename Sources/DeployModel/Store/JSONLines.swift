import Documents

/// Reads JSON Lines (https://jsonlines.org): one JSON text a line, in one array node.
enum JSONLines {
  /// The lines' values; a line that is not JSON is reported and left out.
  static func read(_ source: SourceText, _ diagnostics: inout [Diagnostic]) -> Node {
    var elements: [Node] = []
    for range in lineRanges(source.bytes) {
      if let node = JSONReader.read(source, part: range, &diagnostics) { elements.append(node) }
    }
    return Node(.array(elements), span: source.span)
  }

  private static let space = Array(" \t\r".utf8)

  /// The byte ranges of the lines that hold more than white space.
  private static func lineRanges(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { bytes[$0] == UInt8(ascii: "\n") }
      .map { $0.startIndex..<$0.endIndex }
      .filter { range in bytes[range].contains { !space.contains($0) } }
  }
}
