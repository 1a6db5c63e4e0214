/// Finds the values on the lines of a project file, and whether a key above them is one of secrets.
///
/// It reads broken files too: a string ends with its line at the latest, as strings of JSON do.
struct SecretLineReader {
  /// A value on a line.
  struct Token {
    var text: String
    var range: Range<Int>
    var isString: Bool
    /// Whether the value belongs to a key whose values are not shown.
    var isUnderSecretKey: Bool
    /// Whether it stands in an array or object where a value should be.
    var isNested: Bool
  }

  private var isUnderSecretKey = false
  /// How many brackets are open below a key of secrets.
  private var depth = 0

  /// The values of the next line.
  mutating func tokens(_ scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "\"":
        let range = at + 1..<Self.stringEnd(scalars, from: at + 1)
        at = range.upperBound + 1
        read(range, scalars, isString: true, into: &tokens)
      case " ", "\t", "\r", ":": at += 1
      case ",", "{", "}", "[", "]":
        step(over: scalars[at])
        at += 1
      default:
        let end = scalars[at...].firstIndex { " \t\r,}]\"".unicodeScalars.contains($0) }
        let range = at..<(end ?? scalars.count)
        at = range.upperBound
        read(range, scalars, isString: false, into: &tokens)
      }
    }
    return tokens
  }

  /// Takes a string for a key where a colon follows it, else for a value.
  private mutating func read(
    _ range: Range<Int>, _ scalars: [Unicode.Scalar], isString: Bool, into tokens: inout [Token]
  ) {
    let text = String(String.UnicodeScalarView(scalars[range]))
    let rest = scalars[min(range.upperBound + 1, scalars.count)...]
    let next = rest.first { $0 != " " && $0 != "\t" && $0 != "\r" }
    // The colon may stand on the next line.
    if isString, depth == 0, next == ":" || (next == nil && SecretMask.isSecretKey(text)) {
      isUnderSecretKey = SecretMask.isSecretKey(text)
      return
    }
    tokens.append(
      Token(
        text: text, range: range, isString: isString, isUnderSecretKey: isUnderSecretKey,
        isNested: depth > 0))
  }

  private mutating func step(over bracket: Unicode.Scalar) {
    switch bracket {
    case "[", "{": if isUnderSecretKey { depth += 1 }
    case "]", "}":
      depth = max(0, depth - 1)
      if depth == 0 { isUnderSecretKey = false }
    default: if depth == 0 { isUnderSecretKey = false }
    }
  }

  /// The closing quote of a string, or the end of the line where there is none.
  private static func stringEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var at = start
    while at < scalars.count, scalars[at] != "\"" { at += scalars[at] == "\\" ? 2 : 1 }
    return min(at, scalars.count)
  }
}
