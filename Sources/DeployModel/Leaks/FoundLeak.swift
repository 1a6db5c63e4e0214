/// A leak while its place is still a range of bytes.
struct FoundLeak: Hashable {
  var kind: Leak.Kind
  /// What it looks like, with its article.
  var what: String
  var range: Range<Int>
  /// The whole of it, where the range is only the middle.
  var whole: Range<Int>?

  /// Everything that is secret.
  var extent: Range<Int> { whole ?? range }

  /// How many characters are shown at most.
  private static let longestBeginning = 4

  /// The first characters, never more than a quarter: short passwords are shown not at all.
  func beginning(in bytes: SecretShape.Bytes) -> String {
    let count = min(Self.longestBeginning, range.count / 4)
    let shown = bytes[range].prefix(count).prefix { ASCII.isVisible($0) && $0 != 0x27 }
    return String(decoding: shown, as: UTF8.self)
  }
}
