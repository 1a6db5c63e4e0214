/// Judges a value that stands under the name of a secret: drawn by a machine, or something else.
///
/// With the name as a witness, shorter and less even texts are believed than `RandomText`
/// believes by themselves.
enum DrawnValue {
  typealias Slice = Swift.Slice<SecretShape.Bytes>

  /// No password is worth anything that is shorter.
  static let minimumLength = 8
  static let maximumLength = 512

  private static let minimumRun = 20

  /// What stands in the place of a value: it is taken from elsewhere, sealed, or left out.
  private static let references: [String] = [
    "$", "{{", "<", "%", "fc1.", "ref:", "plain:", "enc:", "ENC[", "vault:", "op://", "arn:",
    "sha256", "sha384", "sha512", "sha1-", "{SSHA}", "$2", "kms:", "ssm:", "AQICAH", "env:",
    "env(", "secret:", "keyring:", "base64:AAAA", "FLYCONF-",
  ]

  /// Words that no machine draws, and that people write in the place of what it would.
  private static let words = [
    "password", "passwd", "secret", "token", "apikey", "api_key", "api-key", "test", "hello",
    "localhost", "default", "none", "null", "undefined", "foobar", "lorem", "qwerty", "change",
    "private", "public", "value", "string",
  ]

  /// True for a value that looks drawn.
  ///
  /// - Parameter isQuoted: Whether it stands in quotes; without them, code looks like values.
  static func isFound(in value: Slice, isQuoted: Bool) -> Bool {
    guard minimumLength...maximumLength ~= value.count, !isReference(value),
      value.allSatisfy(ASCII.isVisible), isQuoted || !isCode(value),
      !isIdentifier(value), !StandInSecret.isPassword(value),
      !words.contains(where: { ByteSearch.contains($0, ignoringCaseIn: value) })
    else { return false }
    return isLongRun(value) || isPassword(value)
  }

  private static func isReference(_ value: Slice) -> Bool {
    references.contains { value.starts(with: $0.utf8) } || ByteSearch.first("://", in: value) != nil
      || ByteSearch.first("${", in: value) != nil || ByteSearch.first("{{", in: value) != nil
  }

  /// `settings.secrets[0]`, `token(3)`.
  private static func isCode(_ value: Slice) -> Bool {
    value.contains { "()[]{}.;".utf8.contains($0) } || value.first == UInt8(ascii: "&")
      || value.first == UInt8(ascii: "*")
  }

  /// True for UUIDs.
  private static func isIdentifier(_ value: Slice) -> Bool {
    value.count == 36 && value.allSatisfy { ASCII.isHexDigit($0) || $0 == UInt8(ascii: "-") }
      && value.count { $0 == UInt8(ascii: "-") } == 4
  }

  // MARK: Drawn by a machine

  /// A run of one alphabet that is evenly used.
  private static func isLongRun(_ value: Slice) -> Bool {
    guard value.count >= minimumRun, !isJoined(value) else { return false }
    if RandomText.find(in: UnsafeBufferPointer(rebasing: value)) != nil { return true }
    let counts = CharacterCounts(value)
    let letters = counts.lowercase + counts.uppercase
    guard counts.digits > 1, letters > 1, isOneAlphabet(value) else { return false }
    if value.allSatisfy(ASCII.isHexDigit) {
      return counts.lowercase == 0 || counts.uppercase == 0
        ? counts.coincidenceIsBelow(perThousand: 120) : false
    }
    return counts.changes * 5 >= value.count && counts.coincidenceIsBelow(perThousand: 60)
  }

  /// Base64 in either form, base32, base62, hexadecimal.
  private static func isOneAlphabet(_ value: Slice) -> Bool {
    value.allSatisfy { ASCII.isAlphanumeric($0) || "-_/+=".utf8.contains($0) }
  }

  /// Words joined by hyphens, underscores and slashes, of which base64 has three in 64 characters.
  private static func isJoined(_ value: Slice) -> Bool {
    value.count { "-_/".utf8.contains($0) } * 12 > value.count
  }

  // MARK: Made up by a person or a password manager

  /// Three classes of characters that alternate as no words and no numbers do.
  private static func isPassword(_ value: Slice) -> Bool {
    guard value.count <= 64 else { return false }
    var classes: Set<Int> = []
    var changes = 0
    var last = 0
    for byte in value {
      let kind = kind(of: byte)
      if kind == 0 { continue }
      classes.insert(kind)
      if last != 0, kind != last { changes += 1 }
      last = kind
    }
    // Words and numbers joined by separators, as in names of rules and versions, have no symbols.
    let isJoined = value.contains(UInt8(ascii: "-")) || value.contains(UInt8(ascii: "_"))
    return classes.count >= (isJoined ? 4 : 3) && classes.contains(3) && changes >= 4
      && changes * 3 >= value.count
  }

  /// 1 lower case, 2 upper case, 3 digit, 4 symbol; 0 for what joins the parts of names.
  private static func kind(of byte: UInt8) -> Int {
    if ASCII.isLowercase(byte) { return 1 }
    if ASCII.isUppercase(byte) { return 2 }
    if ASCII.isDigit(byte) { return 3 }
    return "-_./:,=".utf8.contains(byte) ? 0 : 4
  }
}
