/// A text that stands where something was still to be written: `TODO`, `<purpose>`, `...`.
///
/// Words that prose also uses (`none`, `description`, `todo`) count only where they are the whole
/// text, so that "session key of the todo application" is left alone.
///
/// Source: data model, CredentialManager, `purpose` and `usage_context`; "Replace placeholder
/// values", in "From Template to Production".
public struct PlaceholderText: Hashable, Sendable {
  /// What was found: the mark itself, or the whole text where all of it is one.
  public let text: String

  private static let wholeTexts: Set<String> = [
    "n/a", "na", "none", "nil", "null", "unknown", "undefined", "empty", "todo", "tbd", "tba",
    "fixme", "wip", "xxx", "changeme", "change me", "change-me", "change_me", "placeholder",
    "description", "purpose", "usage", "usage context", "usage_context", "text", "string", "value",
    "test", "testing", "foo", "bar", "foobar", "asdf", "qwerty", "example", "sample", "dummy",
    "purpose here", "description here", "your text here", "your description here", "see above",
  ]

  private static let longestWhole = wholeTexts.lazy.map(\.utf8.count).max() ?? 0

  /// Marks that no finished text has, as words of exactly this case.
  private static let marks: [StaticString] = ["TODO", "TBD", "TBA", "FIXME", "XXX", "CHANGEME"]

  private static let phrases = [
    "lorem ipsum", "changeme", "change me", "to be determined", "to be defined",
    "fill me in", "fill this in", "your text here", "insert text", "placeholder text",
  ]

  /// The placeholder in a text, or nil where it reads as a real one.
  ///
  /// A text without a single letter is a placeholder too, be it empty, `-` or `...`.
  public static func find(in text: String) -> PlaceholderText? {
    if isWhole(text) { return PlaceholderText(text: ASCII.trimmed(text)) }
    let found = ASCII.withBytes(of: text) { bytes in
      phrases.first { ByteSearch.contains($0, ignoringCaseIn: bytes[...]) }
        ?? marks.first { isWord($0, in: bytes) }?.description
    }
    return found.map(PlaceholderText.init) ?? bracketed(in: text)
  }

  /// True where all of the text is one placeholder.
  private static func isWhole(_ text: String) -> Bool {
    guard text.utf8.contains(where: ASCII.isLetter) || text.contains(where: \.isLetter) else {
      return true
    }
    let trimmed = ASCII.trimmed(text)
    if isBracketed(trimmed) || isOneCharacter(trimmed) { return true }
    // Room for the punctuation that `bare` takes away.
    guard trimmed.utf8.count <= longestWhole + 8 else { return false }
    return wholeTexts.contains(bare(trimmed.lowercased()))
  }

  /// `xxxxx`, but not a text of one letter, which can be a name.
  private static func isOneCharacter(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count > 1 else { return false }
    return text.utf8.allSatisfy { ASCII.lowercased($0) == ASCII.lowercased(first) }
  }

  private static func isWord(_ mark: StaticString, in bytes: SecretShape.Bytes) -> Bool {
    var rest = bytes[...]
    while let start = ByteSearch.first(mark, in: rest) {
      let end = start + mark.utf8CodeUnitCount
      let continues = end < bytes.count && isInWord(bytes[end])
      if !continues, start == 0 || !isInWord(bytes[start - 1]) { return true }
      rest = bytes[end...]
    }
    return false
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isBracketed(_ text: String) -> Bool {
    guard let last = text.utf8.last, ">]}".utf8.contains(last) else { return false }
    for (open, close) in [("<", ">"), ("[", "]"), ("{", "}"), ("${", "}")] {
      if text.hasPrefix(open), text.hasSuffix(close), !text.dropFirst().contains(open) {
        return true
      }
    }
    return false
  }

  /// `<your service>` inside a text.
  private static func bracketed(in text: String) -> PlaceholderText? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "<")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let found = text[open...close]
    let inner = found.dropFirst().dropLast().lowercased()
    let isInvitation = ["your", "insert", "fill", "describe", "todo", "name", "purpose"].contains {
      inner.hasPrefix($0)
    }
    return isInvitation ? PlaceholderText(text: String(found)) : nil
  }

  private static func bare(_ text: String) -> String {
    let punctuation: Set<Character> = [".", "!", "?", ":", "…", " "]
    let end = text.lastIndex { !punctuation.contains($0) }
    return end.map { String(text[...$0]) } ?? ""
  }
}
