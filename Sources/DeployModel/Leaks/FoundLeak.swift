/// A leak while its place is still a range of bytes.
struct FoundLeak: Hashable {
  var kind: Leak.Kind
  /// What it looks like, with its article.
  var what: String
  var range: Range<Int>

  /// How many characters are shown at most.
  private static let longestBeginning = 4

  /// The first characters, never more than a quarter: short passwords are shown not at all.
  func beginning(in bytes: SecretShape.Bytes) -> String {
    let count = min(Self.longestBeginning, range.count / 4)
    let shown = bytes[range].prefix(count).prefix { ASCII.isVisible($0) && $0 != 0x27 }
    return String(decoding: shown, as: UTF8.self)
  }
}
