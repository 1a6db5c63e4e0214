import Documents

/// The name of an environment variable: `^[A-Z][A-Z0-9_]*$`.
///
/// Source: data model, EnvironmentVariable, `key`, and its rule "key names must follow
/// UPPER_CASE_CONVENTION".
public struct VariableKey: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public var description: String { text }

  /// True for names that begin with `FLY_`, which the platform keeps to itself.
  ///
  /// Source: https://fly.io/docs/machines/runtime-environment/
  public var isReserved: Bool { text.utf8.starts(with: "FLY_".utf8) }

  /// True where a key begins with `FLY_` in any case: in upper case, it would be reserved.
  static func hasReservedPrefix(_ text: String) -> Bool {
    text.utf8.prefix(4).lazy.map(ASCII.lowercased).elementsEqual("fly_".utf8)
  }

  /// True for letters of either case, digits and underscores, which the platform takes as a name.
  static func isPlatformName(_ text: String) -> Bool {
    let isAllowed = { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    return !text.isEmpty && text.utf8.allSatisfy(isAllowed)
  }

  /// Reads a key; the error proposes the converted key where one can be derived.
  public init(_ text: String) throws(MalformedValue) {
    guard Self.isWellFormed(text) else { throw Self.diagnosis(of: text) }
    self.text = text
  }

  private static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.utf8.first, ASCII.isUppercase(first) else { return false }
    return text.utf8.allSatisfy(isInner)
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    ASCII.isUppercase(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    guard !text.isEmpty else {
      return MalformedValue("the key is empty", help: "give a name such as 'DATABASE_URL'")
    }
    // A line of a .env file in the place of a key may hold a value: it is not shown.
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      return MalformedValue(
        "the key \(Quoted(name)) is followed by '=' and a value, expected the name alone",
        help: proposal(for: name).map { "write '\($0)'" })
    }
    let proposal = proposal(for: text)
    return MalformedValue(
      fault(of: text),
      help: proposal.map { "write '\($0)'" }
        ?? "begin with a letter and use only upper-case letters, digits and underscores")
  }

  private static func fault(of text: String) -> String {
    let shown = Quoted(text)
    if let wrong = text.first(where: { !$0.utf8.allSatisfy(isInner) }) {
      let expected = "expected upper-case letters, digits and underscores"
      return "the key \(shown) has the character \(Quoted(String(wrong))), \(expected)"
    }
    let first = Quoted(String(text.prefix(1)))
    return "the key \(shown) begins with \(first), expected an upper-case letter"
  }

  /// The key in upper case, with an underscore where a word ends: `apiKey` is `API_KEY`.
  private static func proposal(for text: String) -> String? {
    let bytes = Array(text.utf8)
    var key: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      guard ASCII.isAlphanumeric(byte) else {
        if key.last != UInt8(ascii: "_"), !key.isEmpty { key.append(UInt8(ascii: "_")) }
        continue
      }
      if beginsWord(bytes, at: index) { key.append(UInt8(ascii: "_")) }
      key.append(ASCII.isLowercase(byte) ? byte & 0xdf : byte)
    }
    while key.last == UInt8(ascii: "_") { key.removeLast() }
    let proposal = String(decoding: key, as: UTF8.self)
    return isWellFormed(proposal) ? proposal : nil
  }

  private static func beginsWord(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index > 0, ASCII.isUppercase(bytes[index]) else { return false }
    let before = bytes[index - 1]
    if ASCII.isLowercase(before) { return true }
    // The last capital of a run begins the next word: the S of HTTPServer, the K of v2Key.
    let nextIsLowercase = index + 1 < bytes.count && ASCII.isLowercase(bytes[index + 1])
    return ASCII.isAlphanumeric(before) && nextIsLowercase
  }
}

extension VariableKey: Comparable {
  public static func < (left: VariableKey, right: VariableKey) -> Bool { left.text < right.text }
}
