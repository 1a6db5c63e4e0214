/// Recognizes names that variables with a secret value have: `DB_PASSWORD`, `STRIPE_API_KEY`.
enum SecretKeyName {
  /// Last words of such names. A bare `KEY` is not among them: it also names caches and sort keys.
  private static let endings: [StaticString] = [
    "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "API_KEY", "APIKEY", "SECRET_KEY",
    "PRIVATE_KEY", "ACCESS_KEY", "SIGNING_KEY", "ENCRYPTION_KEY", "SECRET_KEY_BASE", "CREDENTIALS",
  ]

  /// True for a key in upper case that is such a word, or ends in one.
  static func matches(_ key: String) -> Bool {
    ASCII.withBytes(of: key) { bytes in endings.contains { ends(bytes, in: $0) } }
  }

  /// True for such a name in any case, and with dashes as headers have them.
  static func matchesAnyCase(_ key: String) -> Bool {
    matches(String(key.uppercased().map { $0 == "-" ? "_" : $0 }))
  }

  /// True for a value that its name alone says to be secret.
  static func guards(_ value: String, under key: String) -> Bool {
    matchesAnyCase(key) && !isHarmless(value)
  }

  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, in ending: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    let start = bytes.count - wanted.count
    guard start >= 0, bytes.last == wanted.last, bytes[start...].elementsEqual(wanted) else {
      return false
    }
    return start == 0 || bytes[start - 1] == UInt8(ascii: "_")
  }

  /// True for a value that says how something is done and keeps nobody out: a number, a switch.
  static func isHarmless(_ value: String) -> Bool {
    let word = ASCII.trimmed(value).lowercased()
    return word.utf8.allSatisfy(ASCII.isDigit)
      || ["true", "false", "yes", "no", "on", "off", "none"].contains(word)
  }
}
