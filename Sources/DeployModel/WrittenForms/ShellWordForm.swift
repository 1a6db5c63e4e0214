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
      value.flatMap { $0 == quote ? Array(#"'\''"#.utf8) : [$0] },
      value.flatMap { $0 == quote ? Array(#"'"'"'"#.utf8) : [$0] },
      quotedInRuns(value),
      // Between double quotes.
      value.flatMap { #"$`"\"#.utf8.contains($0) ? [backslash, $0] : [$0] },
      value.flatMap { isPlain($0) || $0 >= 0x80 || $0 == comma ? [$0] : [backslash, $0] },
      escapedByBash(value), escapedByZsh(value),
    ]
  }

  private static let comma = UInt8(ascii: ",")

  /// Whether every shell leaves a byte as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-./:=@%+".utf8.contains(byte)
  }

  /// What stands between single quotes in dash, which puts a run of them between double quotes.
  private static func quotedInRuns(_ value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
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
    var text: [UInt8] = []
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
    value.flatMap { byte -> [UInt8] in
      if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
        return Array("$'".utf8) + DollarQuoteForm.escape(byte) + [quote]
      }
      return " \t\"#$&'()*;<>?[\\]^`{|}".utf8.contains(byte) ? [backslash, byte] : [byte]
    }
  }
}
