/// Text for a log in which a CI runner looks for commands.
///
/// GitHub's runner obeys a line that begins with `::`, white space aside, and `##[` wherever it
/// stands; Azure's and TeamCity's obey `##` with a word between it and the bracket. A name of a
/// file, or a line in it, must not become a command.
///
/// Source: https://github.com/actions/runner, `src/Runner.Common/ActionCommand.cs`.
enum LogText {
  /// The path of a file for the beginning of a line.
  static func path(_ path: String) -> String {
    let first = path.unicodeScalars.first { !$0.isOverlooked }
    return first == ":" ? "./\(path)" : path
  }

  /// The text without commands, each line as wide as it was, but for one that begins with `::`.
  static func harmless(_ text: String) -> String {
    var reader = Reader()
    for scalar in text.unicodeScalars { reader.take(scalar) }
    return String(reader.text)
  }

  private struct Reader {
    var text = String.UnicodeScalarView()
    /// How many colons the line has begun with; nothing once it has begun otherwise.
    private var colons: Int? = 0
    /// How many number signs stand before this, with nothing but letters between.
    private var signs = 0

    mutating func take(_ scalar: Unicode.Scalar) {
      if scalar == "\n" || scalar == "\r" {
        (colons, signs) = (0, 0)
      } else if scalar == "[", signs >= 2 {
        (colons, signs) = (nil, 0)
        return text.append("⟦")
      } else if scalar == ":", colons == 1 {
        (colons, signs) = (nil, 0)
        return text.append(contentsOf: "\\u{3a}".unicodeScalars)
      } else if !scalar.isOverlooked {
        colons = scalar == ":" ? colons.map { $0 + 1 } : nil
        if scalar == "#" { signs += 1 } else if signs < 2 || !scalar.isLetter { signs = 0 }
      } else if scalar.properties.isWhitespace {
        signs = 0
      }
      text.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { isASCII && properties.isAlphabetic }

  /// Whether a runner that compares by the rules of a language sees past it.
  fileprivate var isOverlooked: Bool {
    if value > 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }
  }
}
