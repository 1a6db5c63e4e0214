import Documents

/// Hides what may be a secret in texts that are shown.
///
/// The mask works on lines and not on nodes, because it must hold where a file is broken and has
/// no nodes. Every hidden character becomes `*`, so that columns stay true.
package enum SecretMask {
  /// A line of a project file with its secrets hidden.
  ///
  /// - Parameter context: The lines before it: a value may stand below its key.
  package static func masked(_ line: String, after context: [String] = []) -> String {
    var reader = SecretLineReader()
    for earlier in context { _ = reader.tokens(Array(earlier.unicodeScalars)) }
    var scalars = Array(line.unicodeScalars)
    for token in reader.tokens(scalars) {
      for index in hidden(token) { scalars[index] = "*" }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A message with what it quotes hidden where that has the shape of a secret.
  package static func masked(message: String) -> String {
    guard message.utf8.contains(UInt8(ascii: "'")) else { return message }
    return message.split(separator: "'", omittingEmptySubsequences: false)
      .map { SecretShape.find(in: String($0)) == nil ? String($0) : "<redacted>" }
      .joined(separator: "'")
  }

  /// The part of a token that is not shown: whatever is not known to be harmless.
  private static func hidden(_ token: SecretLineReader.Token) -> Range<Int> {
    let none = token.range.lowerBound..<token.range.lowerBound
    if SecretShape.find(in: token.text) != nil { return token.range }
    guard case .value(let key) = token.role else { return none }
    if token.isNested { return token.range }
    guard let key else { return isWord(token) ? none : token.range }
    if isHarmless(key: key) { return none }
    guard token.isString else { return token.range }
    switch StoredValue(token.text) {
    case .sealed, .reference, .unset, .destroyed: return none
    // What stands in the open may be there by mistake; that it does is what people need to see.
    case .plain: return token.range.dropFirst("plain:".count)
    case .unrecognized: return token.range
    }
  }

  /// What stands under no key and says nothing: the words of JSON, and names of fields.
  private static func isWord(_ token: SecretLineReader.Token) -> Bool {
    token.isString ? isKnown(key: token.text) : ["true", "false", "null"].contains(token.text)
  }

  /// Whether a key is a field of some entity.
  static func isKnown(key: String) -> Bool { knownKeys.contains(key) }

  /// Whether a key is, or was meant to be, a field that holds no secret.
  static func isHarmless(key: String) -> Bool {
    if key == sealedKey { return false }
    if knownKeys.contains(key) { return true }
    guard let meant = Spelling.nearest(to: key, in: sortedKeys) else { return false }
    return meant != sealedKey && Spelling.nearest(to: key, in: [sealedKey]) == nil
  }

  private static let sealedKey = "encrypted_value"

  private static let sortedKeys = knownKeys.sorted()

  private static let knownKeys = Set(
    ProjectFile.all.flatMap { $0.shape.fields.map { $0.key } }
      + ProjectFile.all.flatMap { $0.documentShape.keys } + ["staging", "development"])
}
