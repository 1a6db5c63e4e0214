/// Tells names under which secrets stand in any kind of file: `DB_PASSWORD`, `apiKey`,
/// `spring.datasource.password`, `Authorization`.
///
/// Wider than `SecretKeyName`, which judges the names of variables by their last word.
enum SecretName {
  /// What such a name contains, without its separators and in lower case.
  private static let words = [
    "password", "passwd", "passphrase", "passwort", "secret", "token", "apikey", "accesskey",
    "privatekey", "signingkey", "encryptionkey", "masterkey", "authkey", "accountkey",
    "sharedkey", "credential", "authorization", "appkey", "clientkey", "storekey", "webhookkey",
    "jwtkey", "sessionkey", "hmackey", "cookiekey", "salt",
  ]

  /// Words that are secret only by themselves.
  private static let wholeWords: Set<String> = ["pwd", "pass", "auth", "pw"]

  /// Last words of names that say something about a secret and are none.
  private static let harmlessEndings: Set<String> = [
    "name", "names", "url", "uri", "path", "file", "filename", "dir", "folder", "field", "label",
    "header", "type", "kind", "length", "len", "size", "expires", "expiry", "expiration", "ttl",
    "count", "limit", "max", "min", "pattern", "regex", "format", "prefix", "suffix", "id", "ids",
    "arn", "policy", "placeholder", "hint", "help", "error", "message", "msg", "text", "title",
    "description", "version", "class", "selector", "endpoint", "at", "date", "time", "rounds",
    "algorithm", "alg", "issuer", "audience", "scope", "scopes", "provider", "ref", "arg", "env",
    "cursor", "index", "position", "kid", "input", "icon", "link", "page", "schema", "required",
  ]

  /// Words, anywhere in a name, that make what stands there public or one-way.
  private static let harmlessWords: Set<String> = [
    "hash", "hashed", "digest", "checksum", "sha", "sha1", "sha256", "sha512", "md5", "bcrypt",
    "fingerprint", "public", "pub", "publishable", "encrypted", "sealed", "integrity", "example",
    "sample", "fake", "mock", "dummy", "placeholder", "cancellation", "syntax", "csrf", "xsrf",
    "next", "cursor", "page", "continuation", "sync", "commit", "revision", "etag", "nonce", "anon",
    "site",
    "sitekey", "tokenizer", "swagger", "translation", "i18n",
  ]

  /// A part of each word above.
  private static let hints: [String] = [
    "pass", "pw", "secret", "token", "key", "cred", "auth", "salt",
  ]

  /// False for nearly every name that `matches` refuses, at less cost.
  static func mayMatch(_ name: Slice<SecretShape.Bytes>) -> Bool {
    hints.contains { ByteSearch.contains($0, ignoringCaseIn: name) }
  }

  /// True for a name whose value is a secret.
  static func matches(_ name: Slice<SecretShape.Bytes>) -> Bool {
    let joined = name.filter(ASCII.isAlphanumeric)
    let contains = joined.withUnsafeBufferPointer { joined in
      words.contains { ByteSearch.contains($0, ignoringCaseIn: joined[...]) }
    }
    guard contains || mayEndInWord(joined) else { return false }
    let parts = parts(of: name)
    guard let last = parts.last, contains || wholeWords.contains(last) else { return false }
    return !harmlessEndings.contains(last) && harmlessWords.isDisjoint(with: parts)
  }

  private static func mayEndInWord(_ name: [UInt8]) -> Bool {
    wholeWords.contains { word in
      name.suffix(word.utf8.count).lazy.map(ASCII.lowercased).elementsEqual(word.utf8)
    }
  }

  /// True for names of the secret half of a key pair of Amazon's.
  static func isAmazonSecret(_ name: some Collection<UInt8>) -> Bool {
    String(decoding: name.filter(ASCII.isAlphanumeric), as: UTF8.self).lowercased()
      .hasSuffix("secretaccesskey")
  }

  /// The words of a name in lower case: parted by separators and by humps of camels.
  private static func parts(of name: some Collection<UInt8>) -> [String] {
    var parts: [String] = []
    var part = ""
    var wasLowercase = false
    for byte in name {
      let isPart = ASCII.isAlphanumeric(byte)
      if !isPart || wasLowercase && ASCII.isUppercase(byte), !part.isEmpty {
        parts.append(part)
        part = ""
      }
      if isPart { part.unicodeScalars.append(UnicodeScalar(ASCII.lowercased(byte))) }
      wasLowercase = ASCII.isLowercase(byte) || ASCII.isDigit(byte)
    }
    return part.isEmpty ? parts : parts + [part]
  }
}
