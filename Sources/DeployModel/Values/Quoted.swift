/// A text as messages show it: in single quotes, on one line, and cut where it grows long.
///
/// Control characters are written as `\u{…}`, so that a value read from a file cannot write
/// escape sequences to a terminal. Never used for a value that may be a secret.
struct Quoted: CustomStringConvertible {
  /// The longest text that is shown whole, in characters.
  static let limit = 80

  let description: String

  init(_ text: String) {
    var shown = ""
    for scalar in text.prefix(Self.limit).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    let isCut = text.dropFirst(Self.limit).isEmpty == false
    description = "'" + shown + (isCut ? "…" : "") + "'"
  }
}
