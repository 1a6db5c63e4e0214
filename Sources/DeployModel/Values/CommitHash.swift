import Documents

/// The hash of a git commit, whole or abbreviated: 7 to 64 hexadecimal digits.
///
/// Either case is read; git writes lower case, and so is the hash held. 40 digits are a whole
/// SHA-1 hash, 64 a whole SHA-256 hash.
///
/// Source: data model, DeploymentLog, `commit_hash`.
public struct CommitHash: Hashable, Sendable, CustomStringConvertible {
  static let length = 7...64

  /// The digits in lower case.
  public let text: String

  public var description: String { text }

  /// Reads a hash; a branch or tag name is answered with the command that resolves it.
  public init(_ text: String) throws(MalformedValue) {
    guard Self.length ~= text.utf8.count, text.utf8.allSatisfy(ASCII.isHexDigit)
    else { throw Self.diagnosis(of: text) }
    self.text = text.utf8.contains(where: ASCII.isUppercase) ? text.lowercased() : text
  }

  /// True where one of the two is an abbreviation of the other.
  public func isSameCommit(as other: CommitHash) -> Bool {
    text.utf8.starts(with: other.text.utf8) || other.text.utf8.starts(with: text.utf8)
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let expected = "expected \(length.lowerBound) to \(length.upperBound) hexadecimal digits"
    let trimmed = ASCII.trimmed(text)
    guard !trimmed.isEmpty else { return MalformedValue("the commit hash is empty, \(expected)") }
    guard trimmed.utf8.allSatisfy(ASCII.isHexDigit) else {
      return MalformedValue(
        "\(Quoted(text)) is no commit hash, \(expected)",
        help: "print the hash of what is checked out with 'git rev-parse HEAD'")
    }
    guard length ~= trimmed.utf8.count else {
      return MalformedValue(
        "the commit hash \(Quoted(text)) has \(trimmed.utf8.count) digits, \(expected)")
    }
    return MalformedValue(
      "the commit hash \(Quoted(text)) has white space around it", help: "write '\(trimmed)'")
  }
}
