/// The name that a value is given behind a sign: `=`, `:` or a comma.
struct AssignedName {
  typealias Slice = Swift.Slice<SecretShape.Bytes>

  private let sign: Int
  private let bytes: SecretShape.Bytes

  private static let longestName = 64
  /// How far before a member `value` the member with its name may stand.
  private static let reach = 160

  init(before sign: Int, in bytes: SecretShape.Bytes) {
    self.sign = sign
    self.bytes = bytes
  }

  /// The name, if what it names is secret.
  var secretName: Slice? {
    guard let word = word(before: sign) else { return nil }
    if bytes[sign] == UInt8(ascii: ",") {
      // `define('DB_PASSWORD', '…')`: only a name in quotes, right before the comma.
      let before = bytes[sign - 1]
      guard before == UInt8(ascii: "'") || before == UInt8(ascii: "\"") else { return nil }
      return secret(word)
    }
    if let word = secret(word) { return word }
    if isUser(word) { return word }
    if word.lazy.map(ASCII.lowercased).elementsEqual("value".utf8) {
      return nameOfValue(before: word.startIndex).flatMap(secret)
    }
    return typedName(word).flatMap(secret)
  }

  private func secret(_ name: Slice) -> Slice? {
    SecretName.mayMatch(name) && SecretName.matches(name) ? name : nil
  }

  /// The name in `let key: String = …`, which stands before the type.
  private func typedName(_ type: Slice) -> Slice? {
    guard bytes[sign] == UInt8(ascii: "="),
      let colon = bytes[..<type.startIndex].suffix(4).lastIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return word(before: colon)
  }

  /// Whether a word is the user in `curl -u name:…`.
  private func isUser(_ word: Slice) -> Bool {
    guard bytes[sign] == UInt8(ascii: ":"), word.endIndex == sign else { return false }
    var before = bytes[..<word.startIndex].suffix(12)
    if before.last == UInt8(ascii: "\"") || before.last == UInt8(ascii: "'") {
      before = before.dropLast()
    }
    return [" -u ", " --user "].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The name in `<add key="…" value="…">` and in `- name: …` over `value: …`.
  private func nameOfValue(before end: Int) -> Slice? {
    let before = bytes[..<end].suffix(Self.reach)
    let signs = before.indices.reversed().filter { index in
      bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: ":")
    }
    for sign in signs.prefix(2) {
      guard let label = word(before: sign), isLabel(label) else { continue }
      let name = bytes[(sign + 1)..<end].drop { Self.isBlank($0) || "\"'".utf8.contains($0) }
        .prefix(while: Self.isNameCharacter)
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private func isLabel(_ word: Slice) -> Bool {
    ["name", "key"].contains { label in
      word.lazy.map(ASCII.lowercased).elementsEqual(label.utf8)
    }
  }

  // MARK: Words

  private func word(before end: Int) -> Slice? {
    var rest = bytes[..<end].suffix(Self.longestName + 8)
    while let last = rest.last, Self.isBlank(last) || "\"'`]:?)\\".utf8.contains(last) {
      rest = rest.dropLast()
    }
    let length = rest.reversed().prefix(while: Self.isNameCharacter).count
    let word = rest.suffix(min(length, Self.longestName))
    return word.isEmpty ? nil : word
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-.$".utf8.contains(byte)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
