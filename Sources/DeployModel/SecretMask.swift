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

  /// The part of a value that is not shown.
  private static func hidden(_ token: SecretLineReader.Token) -> Range<Int> {
    let none = token.range.lowerBound..<token.range.lowerBound
    if token.isString, SecretShape.find(in: token.text) != nil { return token.range }
    guard token.isUnderSecretKey else { return none }
    guard token.isString, !token.isNested else { return token.range }
    switch StoredValue(token.text) {
    case .sealed, .reference, .unset, .destroyed: return none
    // What stands in the open may be there by mistake; that it does is what people need to see.
    case .plain: return token.range.dropFirst("plain:".count)
    case .unrecognized: return token.range
    }
  }

  /// `encrypted_value`, and what a misspelling of it or a word for a secret may look like.
  static func isSecretKey(_ key: String) -> Bool {
    let key = key.lowercased()
    if key == "encrypted_value" { return true }
    if knownKeys.contains(key) { return false }
    return words.contains { key.contains($0) }
      || Spelling.nearest(to: key, in: ["encrypted_value"]) != nil
  }

  private static let words = ["value", "secret", "password", "token", "key", "credential"]

  private static let knownKeys = Set(
    ProjectFile.all.flatMap { $0.shape.fields.map { $0.key } } + ["credentials", "variables"])
}
