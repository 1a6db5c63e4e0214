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

  /// Marks that no finished text has, as words of exactly this case.
  private static let marks: Set<String> = ["TODO", "TBD", "TBA", "FIXME", "XXX", "CHANGEME"]

  private static let phrases = [
    "lorem ipsum", "changeme", "change me", "to be determined", "to be defined",
    "fill me in", "fill this in", "your text here", "insert text", "placeholder text",
  ]

  /// The placeholder in a text, or nil where it reads as a real one.
  ///
  /// A text without a single letter is a placeholder too, be it empty, `-` or `...`.
  public static func find(in text: String) -> PlaceholderText? {
    let trimmed = ASCII.trimmed(text)
    let lowercase = trimmed.lowercased()
    let isWhole =
      !lowercase.contains(where: \.isLetter) || isOneCharacter(lowercase)
      || isBracketed(lowercase)
      || wholeTexts.contains(bare(lowercase))
    if isWhole { return PlaceholderText(text: trimmed) }
    if let phrase = phrases.first(where: { lowercase.contains($0) }) {
      return PlaceholderText(text: phrase)
    }
    let words = trimmed.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    if let mark = words.first(where: { marks.contains(String($0)) }) {
      return PlaceholderText(text: String(mark))
    }
    return bracketed(in: trimmed)
  }

  /// `xxxxx`, but not a text of one letter, which can be a name.
  private static func isOneCharacter(_ text: String) -> Bool {
    text.count > 1 && Set(text).count == 1
  }

  private static func isBracketed(_ text: String) -> Bool {
    for (open, close) in [("<", ">"), ("[", "]"), ("{", "}"), ("${", "}")] {
      if text.hasPrefix(open), text.hasSuffix(close), !text.dropFirst().contains(open) {
        return true
      }
    }
    return false
  }

  /// `<your service>` inside a text.
  private static func bracketed(in text: String) -> PlaceholderText? {
    guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">")
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
