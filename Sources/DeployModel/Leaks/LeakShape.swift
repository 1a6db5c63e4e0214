/// A form by which a secret is known wherever it stands. A new one is a value, and a line in
/// `LeakShapeList.swift` or, where a prefix says it all, in `KnownTokenList.swift`.
struct LeakShape: Sendable {
  typealias Bytes = SecretShape.Bytes

  /// What was found, and where.
  struct Match {
    /// What it is, with its article.
    var kind: String
    var range: Range<Int>
  }

  /// The ASCII characters, two or more, at which to look closer.
  let anchor: String
  /// Whether no letter, digit, hyphen or underscore stands before the anchor.
  let isWord: Bool
  /// Where the form is described.
  let source: String
  /// The secret whose anchor stands at an index, or nil.
  let match: @Sendable (Bytes, Int) -> Match?

  init(
    _ anchor: String, isWord: Bool = false, source: String,
    _ match: @escaping @Sendable (Bytes, Int) -> Match?
  ) {
    self.anchor = anchor
    self.isWord = isWord
    self.source = source
    self.match = match
  }

  init(_ token: KnownToken) {
    self.init(token.prefix, isWord: true, source: token.source) { bytes, start in
      guard let range = token.range(at: start, in: bytes), token.isGenuine(bytes[range]),
        !PublishedSample.contains(bytes[range])
      else { return nil }
      return Match(kind: token.kind, range: range)
    }
  }
}
