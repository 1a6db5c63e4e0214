/// Recognizes what documentation writes in the place of a secret.
///
/// Only asked about text that has the shape of a credential already: words of four letters turn
/// up in random text about once in thirty thousand keys.
enum StandInSecret {
  private static let words = [
    "example", "placeholder", "changeme", "change-me", "change_me", "redacted", "replace",
    "insert", "dummy", "sample", "your", "fake", "todo", "xxxx", "....", "****", "0123456789",
    "123456789", "abcdefgh",
  ]

  /// Words that stand for a password in the URLs of documentation, whole and in any case.
  private static let passwords: Set<String> = [
    "password", "passwd", "pass", "pwd", "pw", "secret", "mypassword", "my-password",
    "my_password", "db_password", "dbpassword", "token", "key", "user", "changeit", "hunter2",
  ]

  /// True for a text with such a word in it, and for one of at most two different characters.
  static func isFound(in bytes: Slice<SecretShape.Bytes>) -> Bool {
    hasFewCharacters(bytes)
      || words.contains { ByteSearch.contains($0, ignoringCaseIn: bytes) }
  }

  /// True for what stands for a password: `password`, `<password>`, `$PASSWORD`, `***`.
  static func isPassword(_ bytes: Slice<SecretShape.Bytes>) -> Bool {
    guard let first = bytes.first, bytes.count > 1 else { return true }
    if "<$[{%*".utf8.contains(first) { return first != UInt8(ascii: "%") || isVariable(bytes) }
    return isFound(in: bytes)
      || passwords.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// `%PASSWORD%`, but not `%40hunter`, which is an escaped character.
  private static func isVariable(_ bytes: Slice<SecretShape.Bytes>) -> Bool {
    bytes.last == UInt8(ascii: "%")
  }

  private static func hasFewCharacters(_ bytes: Slice<SecretShape.Bytes>) -> Bool {
    guard let first = bytes.first else { return true }
    guard let second = bytes.first(where: { $0 != first }) else { return true }
    return bytes.allSatisfy { $0 == first || $0 == second }
  }
}
