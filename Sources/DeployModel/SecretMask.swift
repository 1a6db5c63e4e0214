import Documents

/// Hides what may be a secret in texts that are shown.
///
/// The mask works on lines and not on nodes, because it must hold where a file is broken and has
/// no nodes. Every hidden character becomes `*`, so that columns stay true.
package enum SecretMask {
  /// A line of a project file with its secrets hidden.
  package static func masked(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    for token in tokens(scalars) {
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

  /// A value on a line, with the key that stands before it.
  private struct Token {
    var key: String?
    var text: String
    var range: Range<Int>
    var isString: Bool
  }

  /// The part of a value that is not shown.
  private static func hidden(_ token: Token) -> Range<Int> {
    let none = token.range.lowerBound..<token.range.lowerBound
    if token.isString, SecretShape.find(in: token.text) != nil { return token.range }
    guard let key = token.key, isSecretKey(key) else { return none }
    guard token.isString else { return token.range }
    switch StoredValue(token.text) {
    case .sealed, .reference, .unset, .destroyed: return none
    // What stands in the open may be there by mistake; that it does is what people need to see.
    case .plain: return token.range.dropFirst("plain:".count)
    case .unrecognized: return token.range
    }
  }

  /// `encrypted_value`, and what a misspelling of it or a word for a secret may look like.
  private static func isSecretKey(_ key: String) -> Bool {
    let key = key.lowercased()
    if key == "encrypted_value" { return true }
    if knownKeys.contains(key) { return false }
    return words.contains { key.contains($0) }
      || Spelling.nearest(to: key, in: ["encrypted_value"]) != nil
  }

  private static let words = ["value", "secret", "password", "token", "key", "credential"]

  private static let knownKeys = Set(
    ProjectFile.all.flatMap { $0.shape.fields.map { $0.key } } + ["credentials", "variables"])

  // MARK: Tokens

  private static func tokens(_ scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var key: String?
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "\"":
        let end = stringEnd(scalars, from: at + 1)
        let text = String(String.UnicodeScalarView(scalars[at + 1..<end]))
        let next = scalars[min(end + 1, scalars.count)...].first { $0 != " " && $0 != "\t" }
        if next == ":" {
          key = text
        } else {
          tokens.append(Token(key: key, text: text, range: at + 1..<end, isString: true))
        }
        at = end + 1
      case " ", "\t", ":", "{", "}", "[", "]": at += 1
      case ",":
        key = nil
        at += 1
      default:
        let end = scalars[at...].firstIndex { " \t,}]\"".unicodeScalars.contains($0) }
        let range = at..<(end ?? scalars.count)
        let text = String(String.UnicodeScalarView(scalars[range]))
        tokens.append(Token(key: key, text: text, range: range, isString: false))
        at = range.upperBound
      }
    }
    return tokens
  }

  /// The closing quote of a string, or the end of the line where there is none.
  private static func stringEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var at = start
    while at < scalars.count, scalars[at] != "\"" { at += scalars[at] == "\\" ? 2 : 1 }
    return min(at, scalars.count)
  }
}
