/// White space as Go's `strings.TrimSpace` knows it.
///
/// Source: https://pkg.go.dev/unicode#IsSpace
enum GoSpace {
  /// Those beyond ASCII, in UTF-8.
  private static let longer: [[UInt8]] =
    ["\u{85}", "\u{A0}", "\u{1680}", "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}"]
    .map { Array($0.utf8) }
    + (0x80...0x8A).map { [0xE2, 0x80, $0] }

  /// The bytes without white space at either end.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first {
      if ASCII.isSpace(first) {
        bytes.removeFirst()
      } else if first >= 0x80, let space = longer.first(where: { bytes.starts(with: $0) }) {
        bytes.removeFirst(space.count)
      } else {
        break
      }
    }
    while let last = bytes.last {
      if ASCII.isSpace(last) {
        bytes.removeLast()
      } else if last >= 0x80,
        let space = longer.first(where: { bytes.suffix($0.count).elementsEqual($0) })
      {
        bytes.removeLast(space.count)
      } else {
        break
      }
    }
    return bytes
  }
}
