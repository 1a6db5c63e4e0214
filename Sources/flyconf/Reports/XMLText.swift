/// Text as it stands in an XML document.
///
/// Source: https://www.w3.org/TR/xml/, sections 2.2 and 2.4.
enum XMLText {
  /// Text for content and for attributes in double quotes; characters that XML does not allow
  /// are left out.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // A reader would make a space of them in an attribute.
      case "\n": "&#10;"
      case "\r": "&#13;"
      case "\t": "&#9;"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": ""
      default: String(scalar)
      }
    }.joined()
  }
}
