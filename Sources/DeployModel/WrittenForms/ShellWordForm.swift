/// The ways in which shells write a text that they would otherwise take apart, as `set`, `set -x`,
/// `export -p` and `printf %q` print it.
///
/// Source: POSIX, Shell Command Language, section 2.2; `sh_backslash_quote` and `sh_double_quote`
/// in lib/sh/shquote.c of bash; `single_quote` in src/mystring.c of dash; `quotestring` in
/// Src/utils.c of zsh; https://docs.python.org/3/library/shlex.html#shlex.quote
enum ShellWordForm {
  private static let quote = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")

  /// The forms of a text; none where no shell quotes anything in it.
  static func all(of value: [UInt8]) -> [[UInt8]] {
    guard !value.allSatisfy(isPlain) else { return [] }
    return DollarQuoteForm.texts(of: value) + [
      quoted(value, #"'\''"#), quoted(value, #"'"'"'"#), quotedInRuns(value),
      // Between double quotes.
      escaped(value) { #"$`"\"#.utf8.contains($0) },
      escaped(value) { !isPlain($0) && $0 < 0x80 && $0 != comma },
      escapedByBash(value), escapedByZsh(value),
    ]
  }

  /// What stands between single quotes.
  ///
  /// - Parameter replacement: What stands for a single quote.
  private static func quoted(_ value: [UInt8], _ replacement: String) -> [UInt8] {
    var text = start(of: value)
    for byte in value {
      if byte == quote { text += replacement.utf8 } else { text.append(byte) }
    }
    return text
  }

  /// A backslash before each byte that needs one.
  private static func escaped(_ value: [UInt8], _ isSpecial: (UInt8) -> Bool) -> [UInt8] {
    var text = start(of: value)
    for byte in value {
      if isSpecial(byte) { text.append(backslash) }
      text.append(byte)
    }
    return text
  }

  private static func start(of value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(2 * value.count)
    return text
  }

  private static let comma = UInt8(ascii: ",")

  /// Whether every shell leaves a byte as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-./:=@%+".utf8.contains(byte)
  }

  /// What stands between single quotes in dash, which puts a run of them between double quotes.
  private static func quotedInRuns(_ value: [UInt8]) -> [UInt8] {
    var text = start(of: value)
    var rest = value[...]
    while let byte = rest.first {
      let run = byte == quote ? rest.prefix { $0 == quote } : rest.prefix { $0 != quote }
      rest = rest[run.endIndex...]
      guard byte == quote else {
        text += run
        continue
      }
      text += #"'""#.utf8
      text += run
      // A text that ends in quotes ends outside of them.
      text += rest.isEmpty ? "\"".utf8 : "\"'".utf8
    }
    return text
  }

  /// As `printf %q` of bash writes it, which escapes a tilde where it would be a folder.
  ///
  /// At the beginning of a word, a backslash may stand before the text.
  private static func escapedByBash(_ value: [UInt8]) -> [UInt8] {
    var text = start(of: value)
    var previous: UInt8?
    for byte in value {
      let isFolder = byte == UInt8(ascii: "~") && previous.map(":=".utf8.contains) ?? false
      if isFolder || " !\"$&'()*,;<>?[\\]^`{|}\t\n".utf8.contains(byte) { text.append(backslash) }
      text.append(byte)
      previous = byte
    }
    return text
  }

  /// As `printf %q` of zsh writes it, which quotes each control character for itself.
  private static func escapedByZsh(_ value: [UInt8]) -> [UInt8] {
    var text = start(of: value)
    for byte in value {
      if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
        text += "$'".utf8
        DollarQuoteForm.escape(byte, to: &text)
        text.append(quote)
      } else {
        if " \t\"#$&'()*;<>?[\\]^`{|}".utf8.contains(byte) { text.append(backslash) }
        text.append(byte)
      }
    }
    return text
  }
}
