/// Hides what may be a secret in lines of a fly.toml that are shown.
///
/// It works on lines, because it must hold where a file is broken. Every hidden character becomes
/// `*`, so that columns stay true.
package enum FlyTomlMask {
  package static func masked(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    guard !hidesValue(of: line) else { return hiding(valueRange(of: scalars), in: scalars) }
    var shown = scalars
    for word in words(of: scalars) {
      let text = String(String.UnicodeScalarView(scalars[word]))
      guard SecretShape.find(in: text) != nil else { continue }
      for index in word { shown[index] = "*" }
    }
    let text = String(String.UnicodeScalarView(shown))
    // What has no shape in its words may have one as a whole.
    return SecretShape.find(in: text) == nil ? text : hiding(valueRange(of: shown), in: shown)
  }

  /// Whether the name before the equals sign is that of a secret.
  private static func hidesValue(of line: String) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    let quotes: Set<Character> = ["\"", "'", " ", "\t"]
    let key = String(line[..<equals].filter { !quotes.contains($0) })
    let value = String(line[line.index(after: equals)...].filter { !quotes.contains($0) })
    return SecretKeyName.guards(value, under: key)
  }

  /// What stands behind the first equals sign, or all where there is none.
  private static func valueRange(of scalars: [Unicode.Scalar]) -> Range<Int> {
    let start = scalars.firstIndex(of: "=").map { $0 + 1 } ?? 0
    let value = scalars[start...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
    return value..<scalars.count
  }

  private static func hiding(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> String {
    var shown = scalars
    for index in range where !"\"' ".unicodeScalars.contains(shown[index]) { shown[index] = "*" }
    return String(String.UnicodeScalarView(shown))
  }

  /// The texts between quotes, white space and equals signs.
  private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let marks = "\"' \t=,[]{}".unicodeScalars
    return scalars.indices.split { marks.contains(scalars[$0]) }
      .map { $0.startIndex..<$0.endIndex }
  }
}
