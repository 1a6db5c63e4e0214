import Documents

/// Finds what stands on the lines of a project file, and under which key.
///
/// It reads broken files too: a string ends with its line at the latest, as strings of JSON do,
/// and a key is only what stands where a key can stand.
struct SecretLineReader {
  /// A string, number or word on a line.
  struct Token {
    enum Role {
      case key
      /// A value, with the key above it, if one is known.
      case value(String?)
    }

    var text: String
    var range: Range<Int>
    var isString: Bool
    var role: Role
    /// Whether it stands in an array or object below its key.
    var isNested: Bool
  }

  /// An array or object that is open.
  private struct Frame {
    /// The key that goes on to hold for the next element of an array.
    var key: String?
    var isArray: Bool
    var isUnderSecret: Bool
  }

  private var frames: [Frame] = []
  private var key: String?
  private var canBeKey = true

  /// What stands on the next line.
  mutating func tokens(_ scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "\"":
        let range = at + 1..<Self.stringEnd(scalars, from: at + 1)
        at = range.upperBound + 1
        tokens.append(token(range, scalars, isString: true))
      case " ", "\t", "\r": at += 1
      case ":":
        canBeKey = false
        at += 1
      case ",", "{", "}", "[", "]":
        step(over: scalars[at])
        at += 1
      default:
        let end = scalars[at...].firstIndex { " \t\r,:}]\"".unicodeScalars.contains($0) }
        let range = at..<max(at + 1, end ?? scalars.count)
        at = range.upperBound
        tokens.append(token(range, scalars, isString: false))
      }
    }
    return tokens
  }

  private mutating func token(
    _ range: Range<Int>, _ scalars: [Unicode.Scalar], isString: Bool
  ) -> Token {
    let text = String(String.UnicodeScalarView(scalars[range]))
    let isUnderSecret = frames.last?.isUnderSecret ?? false
    let isKey =
      isString && canBeKey && !isUnderSecret && Self.colonFollows(range, scalars, text)
    canBeKey = false
    if isKey {
      key = text
      return Token(text: text, range: range, isString: true, role: .key, isNested: false)
    }
    return Token(
      text: text, range: range, isString: isString, role: .value(key), isNested: isUnderSecret)
  }

  /// The colon may also stand on the next line.
  private static func colonFollows(
    _ range: Range<Int>, _ scalars: [Unicode.Scalar], _ text: String
  ) -> Bool {
    let rest = scalars[min(range.upperBound + 1, scalars.count)...]
    let next = rest.first { $0 != " " && $0 != "\t" && $0 != "\r" }
    return next == ":" || (next == nil && SecretMask.isKnown(key: text))
  }

  private mutating func step(over mark: Unicode.Scalar) {
    switch mark {
    case "[", "{":
      let isSecret = key.map { !SecretMask.isHarmless(key: $0) } ?? false
      let isUnderSecret = isSecret || frames.last?.isUnderSecret ?? false
      frames.append(Frame(key: key, isArray: mark == "[", isUnderSecret: isUnderSecret))
      if mark == "{" { key = nil }
    case "]", "}":
      _ = frames.popLast()
      key = nil
    default:
      key = frames.last.flatMap { $0.isArray ? $0.key : nil }
    }
    canBeKey = !(frames.last?.isArray ?? false)
  }

  /// The closing quote of a string, or the end of the line where there is none.
  private static func stringEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var at = start
    while at < scalars.count, scalars[at] != "\"" { at += scalars[at] == "\\" ? 2 : 1 }
    return min(at, scalars.count)
  }
}
