/// A kind of credential that is known by how it begins.
struct KnownToken: Sendable {
  /// The characters that may follow the prefix.
  enum Alphabet { case alphanumeric, base64, base64URL, dotted, hexadecimal, uppercase }

  /// How it begins; matched where no letter, digit, hyphen or underscore stands before it.
  var prefix: String

  /// The fewest characters after the prefix; documentation shows fewer.
  var minimumBody: Int

  var alphabet: Alphabet

  /// The most characters after the prefix; more are something else.
  var maximumBody: Int?

  /// What it is, with its article.
  var kind: String

  /// Where its form is described.
  var source: String

  /// Whether the last characters are a checksum over those before them.
  var hasChecksum = false

  /// The most characters after the prefix that are looked at.
  ///
  /// A body may hold what counts as a boundary, where another token may begin: without a limit,
  /// a text of nothing but prefixes is read to its end from each of them.
  private static let longestBody = 128

  /// Where a token ends at the latest, for the same reason.
  private static let longestToken = 4096

  /// The token in a text, or nil.
  static func find(in bytes: SecretShape.Bytes) -> KnownToken? {
    var isBoundary = true
    for (index, byte) in bytes.enumerated() {
      if isBoundary, byte < 128 {
        for row in rowsByFirstByte[Int(byte)] where all[row].matches(bytes[index...]) {
          return all[row]
        }
      }
      isBoundary = !isInWord(byte)
    }
    return nil
  }

  /// True for what may stand inside a token, so that none begins behind it.
  static func isInWord(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2d || byte == 0x5f
  }

  /// The extent of the token whose prefix stands at an index; nil for what only begins like one.
  func range(at start: Int, in bytes: SecretShape.Bytes) -> Range<Int>? {
    guard matches(bytes[start...]) else { return nil }
    let rest = bytes[start...].dropFirst(prefix.utf8.count).prefix(Self.longestToken)
    let body = rest.prefix(while: isBody)
    guard body.count <= maximumBody ?? .max else { return nil }
    return start..<body.endIndex
  }

  /// False for what has a checksum that does not fit.
  func isGenuine(_ token: Slice<SecretShape.Bytes>) -> Bool {
    !hasChecksum || TokenChecksum.fits(token.dropFirst(prefix.utf8.count))
  }

  private static let rowsByFirstByte: [[Int]] = {
    var rows = [[Int]](repeating: [], count: 128)
    for (row, token) in all.enumerated() {
      if let first = token.prefix.utf8.first { rows[Int(first)].append(row) }
    }
    return rows
  }()

  private func matches(_ bytes: Slice<SecretShape.Bytes>) -> Bool {
    guard bytes.starts(with: prefix.utf8) else { return false }
    let rest = bytes.dropFirst(prefix.utf8.count)
    let body = rest.prefix(Self.longestBody).prefix(while: isBody)
    return body.count >= minimumBody && body.contains(where: ASCII.isLetter)
      && (body.contains(where: ASCII.isDigit) || isDrawnFromLetters(body)) && looksDrawn(body)
      && !StandInSecret.isFound(in: body)
  }

  /// Words are names: re_enable_the_background_worker. One token in thirty has no digit.
  private func isDrawnFromLetters(_ body: Slice<SecretShape.Bytes>) -> Bool {
    let counts = CharacterCounts(body)
    return counts.changes * 5 >= body.count * 2 && counts.coincidenceIsBelow(perThousand: 35)
  }

  /// Where hyphens and underscores may stand, capitals too: words joined by them have none.
  private func looksDrawn(_ body: Slice<SecretShape.Bytes>) -> Bool {
    switch alphabet {
    case .base64URL, .dotted:
      !body.contains { $0 == 0x2d || $0 == 0x5f } || body.contains(where: ASCII.isUppercase)
        || body.count(where: ASCII.isDigit) * 6 > body.count
    case .alphanumeric, .base64, .hexadecimal, .uppercase: true
    }
  }

  private func isBody(_ byte: UInt8) -> Bool {
    switch alphabet {
    case .alphanumeric: ASCII.isAlphanumeric(byte)
    case .base64:
      ASCII.isAlphanumeric(byte) || byte == 0x2b || byte == 0x2f || byte == 0x3d || byte == 0x2c
        || byte == 0x2d || byte == 0x5f
    case .base64URL: ASCII.isAlphanumeric(byte) || byte == 0x2d || byte == 0x5f
    case .dotted: ASCII.isAlphanumeric(byte) || byte == 0x2d || byte == 0x5f || byte == 0x2e
    case .hexadecimal: ASCII.isHexDigit(byte)
    case .uppercase: ASCII.isUppercase(byte) || ASCII.isDigit(byte)
    }
  }
}
