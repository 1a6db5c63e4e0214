/// Recognizes names that variables with a secret value have: `DB_PASSWORD`, `STRIPE_API_KEY`.
enum SecretKeyName {
  /// Last words of such names. A bare `KEY` is not among them: it also names caches and sort keys.
  private static let endings = [
    "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "API_KEY", "APIKEY", "SECRET_KEY",
    "PRIVATE_KEY", "ACCESS_KEY", "SIGNING_KEY", "ENCRYPTION_KEY", "SECRET_KEY_BASE", "CREDENTIALS",
  ]

  /// True for a key in upper case that is such a word, or ends in one.
  static func matches(_ key: String) -> Bool {
    let bytes = key.utf8
    return endings.contains { ending in
      let length = ending.utf8.count
      guard bytes.count >= length, bytes.suffix(length).elementsEqual(ending.utf8) else {
        return false
      }
      return bytes.count == length || bytes.dropLast(length).last == UInt8(ascii: "_")
    }
  }

  /// True for a value that says how something is done and keeps nobody out: a number, a switch.
  static func isHarmless(_ value: String) -> Bool {
    let word = ASCII.trimmed(value).lowercased()
    return word.utf8.allSatisfy(ASCII.isDigit)
      || ["true", "false", "yes", "no", "on", "off", "none"].contains(word)
  }
}
