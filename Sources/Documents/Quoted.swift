/// A text as messages show it: in single quotes, on one line, and cut where it grows long.
///
/// Control and format characters are written as `\u{…}`, so that what a file holds cannot write
/// escape sequences to a terminal or turn the direction of a line. Never used for a value that
/// may be a secret.
package struct Quoted: CustomStringConvertible {
  /// The longest text that is shown whole, in Unicode scalars.
  package static let limit = 80

  package let description: String

  package init(_ text: String) {
    let scalars = text.unicodeScalars
    let shown = String(String.UnicodeScalarView(scalars.prefix(Self.limit))).visible
    description = "'" + shown + (scalars.dropFirst(Self.limit).isEmpty ? "'" : "…'")
  }
}

extension String {
  /// The text on one line, with what could act on a terminal written as `\u{…}`.
  package var visible: String {
    unicodeScalars.reduce(into: "") { shown, scalar in
      if scalar.isVisible {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character has a picture of its own and no effect on a terminal.
  var isVisible: Bool {
    if value < 0x7F { return value >= 0x20 }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: return false
    // The two joiners are part of emoji and of the spelling of Persian and of Indian languages.
    case .format: return value == 0x200C || value == 0x200D
    default: return true
    }
  }
}
