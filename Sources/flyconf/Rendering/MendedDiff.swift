import DeployModel
import Documents

extension MendedFile {
  /// How many lines before a line are read for the key that its value stands under.
  private static let contextLines = 8

  /// What is mended, as `diff -u` shows it, with what may be secret hidden.
  var diff: String {
    let name = source.name.visible
    let diff = UnifiedDiff(
      source.text(of: source.span), text, names: (name, "\(name) (fixed)")
    ).text
    var lines = diff.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    let written = lines
    for index in lines.indices.dropFirst(2) where !written[index].hasPrefix("@@") {
      lines[index] = masked(written[index], after: written[2..<index].suffix(Self.contextLines))
    }
    return lines.joined(separator: "\n")
  }

  /// The sign in the first column belongs to no file.
  private func masked(_ line: String, after lines: ArraySlice<String>) -> String {
    let content = String(line.unicodeScalars.dropFirst())
    let shown =
      isFlyToml
      ? FlyTomlMask.masked(content)
      : SecretMask.masked(
        content,
        after: lines.filter { !$0.hasPrefix("@@") }.map { String($0.unicodeScalars.dropFirst()) })
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(1))) + shown
  }
}
