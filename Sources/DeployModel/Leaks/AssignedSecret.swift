/// Finds values that look drawn under names that say they are secret: `password = "…"`,
/// `"apiKey": "…"`, `Authorization: Basic …`, `--token=…`.
struct AssignedSecret {
  private typealias Slice = Swift.Slice<SecretShape.Bytes>

  private let bytes: SecretShape.Bytes

  /// Lines longer than this, in bytes, no one wrote: minified code, data in one line.
  private static let longestLine = 1000

  /// Finds every such value.
  static func find(in bytes: SecretShape.Bytes, _ found: inout [FoundLeak]) {
    let reader = AssignedSecret(bytes: bytes)
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ","):
        if let leak = reader.leak(at: index) { found.append(leak) }
      default: break
      }
    }
  }

  private func leak(at sign: Int) -> FoundLeak? {
    guard let name = AssignedName(before: sign, in: bytes).secretName,
      let value = value(behind: sign), !isInLongLine(sign)
    else { return nil }
    let (text, isQuoted) = value
    // What stands behind a comma is the next argument of a call only as text.
    guard isQuoted || bytes[sign] != UInt8(ascii: ",") else { return nil }
    if SecretName.isAmazonSecret(name), isAmazonSecret(text) {
      return FoundLeak(
        kind: .token, what: "an AWS secret access key", range: text.startIndex..<text.endIndex)
    }
    let isLogin = isLogin(text, name)
    guard !isKnownHarmless(text), isLogin || DrawnValue.isFound(in: text, isQuoted: isQuoted)
    else { return nil }
    let what = isLogin ? "a name and password in base64" : "a random value"
    return FoundLeak(
      kind: .likelySecret, what: what, range: text.startIndex..<text.endIndex)
  }

  // MARK: The value

  /// What stands behind the sign on its line, and whether it stands in quotes.
  private func value(behind sign: Int) -> (text: Slice, isQuoted: Bool)? {
    var rest = bytes[(sign + 1)...].prefix(DrawnValue.maximumLength + 16)
    // `==` compares, and `=>` and `:=` assign.
    if rest.first == UInt8(ascii: "=") { return nil }
    if rest.first == UInt8(ascii: ">") { rest = rest.dropFirst() }
    rest = withoutScheme(rest.drop(while: AssignedName.isBlank))
    // Python's and Rust's `b"…"`, C#'s `@"…"`, JSON within JSON's `\"…\"`.
    if let first = rest.first, "bru@\\".utf8.contains(first) {
      let next = rest.dropFirst().first
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { rest = rest.dropFirst() }
    }
    guard let first = rest.first else { return nil }
    if "\"'`".utf8.contains(first) {
      let text = withoutScheme(rest.dropFirst()).prefix { $0 != first && $0 != 0x0A && $0 != 0x5C }
      return (text, true)
    }
    return (rest.prefix(while: isBare), false)
  }

  /// Without the word in front of a header's value.
  private func withoutScheme(_ value: Slice) -> Slice {
    for scheme in ["Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "]
    where value.starts(with: scheme.utf8) {
      return value.dropFirst(scheme.utf8.count)
    }
    return value
  }

  private func isBare(_ byte: UInt8) -> Bool {
    ASCII.isVisible(byte) && !"\"'`,;<>".utf8.contains(byte)
  }

  private func isInLongLine(_ index: Int) -> Bool {
    let after = bytes[index...].prefix(Self.longestLine)
    let before = bytes[..<index].suffix(Self.longestLine)
    let start = before.lastIndex(of: 0x0A) ?? before.startIndex
    return (after.firstIndex(of: 0x0A) ?? after.endIndex) - start >= Self.longestLine
  }

  // MARK: Known contents

  /// True for what has a form of its own, by which it has been judged already: a token with a
  /// checksum that does not fit, one that documentation prints, a web token that is public.
  private func isKnownHarmless(_ value: Slice) -> Bool {
    PublishedSample.contains(value) || WebToken.parts(at: value.startIndex, in: bytes) != nil
      || KnownToken.all.contains { $0.hasChecksum && value.starts(with: $0.prefix.utf8) }
  }

  /// 40 characters of base64 that are no hash.
  ///
  /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  private func isAmazonSecret(_ value: Slice) -> Bool {
    value.count == 40 && !value.allSatisfy(ASCII.isHexDigit)
      && value.allSatisfy { ASCII.isAlphanumeric($0) || "+/".utf8.contains($0) }
      && value.contains(where: ASCII.isDigit) && !StandInSecret.isFound(in: value)
  }

  /// `name:password` in base64, as headers and the files of container registries have it.
  ///
  /// Source: RFC 7617, section 2.
  private func isLogin(_ value: Slice, _ name: Slice) -> Bool {
    guard ends(name, in: "auth") || ends(name, in: "authorization"),
      let text = EncodedText.decoded(String(decoding: value, as: UTF8.self)),
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let password = Array(text.utf8[colon...].dropFirst())
    let user = text.utf8[..<colon]
    return password.count >= 3 && !user.isEmpty && !text.contains(" ")
      && !password.withUnsafeBufferPointer { StandInSecret.isPassword($0[...]) }
  }

  private func ends(_ name: Slice, in word: String) -> Bool {
    name.suffix(word.utf8.count).lazy.map(ASCII.lowercased).elementsEqual(word.utf8)
  }
}
