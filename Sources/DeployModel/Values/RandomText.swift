/// Recognizes a run of characters that no one chose: a key or a password made by a machine.
///
/// How evenly characters are used is measured by the index of coincidence (W. F. Friedman, 1922),
/// the chance that two of them are equal: 1/64 in random base64, 1/16 in random hexadecimal,
/// about 1/15 in English. Unlike an estimate of Shannon's entropy it does not depend on the
/// length of the run, and it is exact in integers. How often letters, digits and case alternate
/// tells random text from camel case and from numbered names.
enum RandomText {
  typealias Slice = Swift.Slice<SecretShape.Bytes>

  /// Runs of mixed case are judged from 20 characters on, others from 24, hexadecimal from 32.
  private static let minimumMixed = 20
  private static let minimumSingleCase = 24
  private static let minimumHexadecimal = 32
  private static let gitHashLength = 40

  /// What precedes a run that is public by its nature.
  private static let publicPrefixes = [
    "pk_live_", "pk_test_", "phc_", "sb_publishable_", "age1", "sha256-", "sha384-", "sha512-",
    "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh",
  ]

  /// What the first random run looks like, or nil.
  static func find(in bytes: SecretShape.Bytes) -> String? {
    var index = 0
    while index < bytes.count {
      let run = bytes[index...].prefix(while: isRun)
      if run.count >= minimumMixed, let kind = kind(of: run),
        !isPublic(run, in: bytes), !StandInSecret.isFound(in: run)
      {
        return isCertificate(bytes) ? nil : kind
      }
      index = run.endIndex + 1
    }
    return nil
  }

  private static func kind(of run: Slice) -> String? {
    if isMixed(run) { return "a random key" }
    var start = run.startIndex
    while start < run.endIndex {
      let segment = run[start...].prefix(while: ASCII.isAlphanumeric)
      if isHexadecimalKey(segment) { return "a random hexadecimal key" }
      if isSingleCase(segment) { return "a random key" }
      start = segment.endIndex + 1
    }
    return nil
  }

  private static func isRun(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x2b || byte == 0x2d || byte == 0x2f || byte == 0x5f
  }

  private static func isPublic(_ run: Slice, in bytes: SecretShape.Bytes) -> Bool {
    let before = bytes[..<run.startIndex]
    let after = bytes[run.endIndex...]
    if before.suffix(7).elementsEqual("sha256:".utf8) { return true }
    if before.suffix(7).elementsEqual("sha512:".utf8) { return true }
    if after.starts(with: ".apps.googleusercontent.com".utf8) { return true }
    // A Sentry DSN holds a public key in the place of a user name.
    if after.first == UInt8(ascii: "@"), ByteSearch.first(".ingest.", in: after.prefix(64)) != nil {
      return true
    }
    return publicPrefixes.contains { run.starts(with: $0.utf8) }
  }

  /// True for text in PEM armour that is not a private key, since those are looked for first.
  private static func isCertificate(_ bytes: SecretShape.Bytes) -> Bool {
    ByteSearch.first("-----BEGIN CERTIFICATE", in: bytes[...]) != nil
      || ByteSearch.first("-----BEGIN PUBLIC KEY", in: bytes[...]) != nil
  }

  /// Both cases and a digit, evenly used and alternating in at least two places of five.
  private static func isMixed(_ run: Slice) -> Bool {
    let counts = CharacterCounts(run)
    return counts.lowercase > 0 && counts.uppercase > 0 && counts.digits > 0
      && counts.changes * 5 >= run.count * 2 && counts.coincidenceIsBelow(perThousand: 35)
  }

  /// Letters of one case and digits, evenly used and alternating in at least one place of five.
  private static func isSingleCase(_ segment: Slice) -> Bool {
    guard segment.count >= minimumSingleCase, !isULID(segment) else { return false }
    let counts = CharacterCounts(segment)
    return counts.digits >= 2 && counts.lowercase + counts.uppercase >= 4
      && counts.changes * 5 >= segment.count && counts.coincidenceIsBelow(perThousand: 55)
      && !segment.allSatisfy(ASCII.isHexDigit)
  }

  private static func isHexadecimalKey(_ segment: Slice) -> Bool {
    guard segment.count >= minimumHexadecimal, segment.allSatisfy(ASCII.isHexDigit) else {
      return false
    }
    let counts = CharacterCounts(segment)
    let isGitHash = segment.count == gitHashLength && counts.uppercase == 0
    return !isGitHash && counts.digits > 0 && counts.lowercase + counts.uppercase > 0
      && counts.coincidenceIsBelow(perThousand: 110)
  }

  /// An identifier of 26 characters in Crockford's base32 that begins with the time: image tags
  /// of Fly.io (`deployment-01H…`) are made of them. Source: https://github.com/ulid/spec
  private static func isULID(_ segment: Slice) -> Bool {
    segment.count == 26 && segment.first == UInt8(ascii: "0")
      && !segment.contains { "ILOUilou".utf8.contains($0) }
  }
}
