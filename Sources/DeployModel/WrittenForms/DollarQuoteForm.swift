/// One of the ways in which shells write a text between `$'` and `'`, and in which programs show
/// the control characters of a text.
///
/// Source: `ansic_quote` in lib/sh/strtrans.c of bash; `sh_fmtq` in src/cmd/ksh93/sh/string.c of
/// ksh93; `nicechar_sel` in Src/utils.c of zsh;
/// https://docs.python.org/3/library/functions.html#repr
struct DollarQuoteForm {
  /// How a byte is written that has no letter.
  private enum Number { case octal, hexadecimal, control }
  /// Which characters beyond ASCII are written as numbers.
  private enum Beyond { case none, unprintable, all }

  /// The letter that stands for a byte behind a backslash.
  private var letters = letters("\u{1B}E\u{7}a\u{8}b\u{C}f\nn\rr\tt\u{B}v")
  private var number = Number.octal
  private var beyond = Beyond.none
  private var isQuoteEscaped = true

  private static let all: [DollarQuoteForm] =
    // bash: in a language that has the characters, or some of them, and in C.
    [Beyond.none, .unprintable, .all].map { DollarQuoteForm(beyond: $0) }
    // ksh93.
    + [Beyond.none, .all].map { DollarQuoteForm(number: .hexadecimal, beyond: $0) }
    // zsh.
    + [DollarQuoteForm(letters: letters("\nn\tt"), number: .control)]
    // Python's texts and bytes, in either kind of quotes.
    + [Beyond.none, .all].flatMap { beyond in
      [true, false].map {
        DollarQuoteForm(
          letters: letters("\nn\rr\tt"), number: .hexadecimal, beyond: beyond, isQuoteEscaped: $0)
      }
    }

  /// - Parameter pairs: Characters, each with its letter behind it.
  private static func letters(_ pairs: String) -> [UInt8: UInt8] {
    let bytes = Array(pairs.utf8)
    let pairs = stride(from: 0, to: bytes.count, by: 2).map { (bytes[$0], bytes[$0 + 1]) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The forms of a text; none where all of them are the text itself.
  static func texts(of value: [UInt8]) -> [[UInt8]] {
    guard value.contains(where: isSpecial) else { return [] }
    return all.map { $0.text(of: value) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || #"'\"#.utf8.contains(byte)
  }

  /// A byte as every shell reads it.
  static func escape(_ byte: UInt8) -> [UInt8] { DollarQuoteForm().escaped(byte) }

  private func text(of value: [UInt8]) -> [UInt8] {
    if beyond == .unprintable, let string = String(validating: value, as: UTF8.self) {
      return string.unicodeScalars.flatMap { scalar in
        let bytes = Array(String(scalar).utf8)
        let isNumbered = scalar.isASCII || !Self.isPrintable(scalar)
        return isNumbered ? bytes.flatMap(escaped) : bytes
      }
    }
    return value.flatMap { $0 >= 0x80 && beyond == .none ? [$0] : escaped($0) }
  }

  private func escaped(_ byte: UInt8) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    if byte == backslash || byte == UInt8(ascii: "'") && isQuoteEscaped {
      return [backslash, byte]
    }
    guard byte < 0x20 || byte >= 0x7F else { return [byte] }
    if let letter = letters[byte] { return [backslash, letter] }
    switch number {
    case .octal: return [backslash] + [byte >> 6, byte >> 3 & 7, byte & 7].map { $0 + 0x30 }
    case .hexadecimal: return Array(#"\x"#.utf8) + ASCII.hexDigits(byte, isUppercase: false)
    case .control: return Array(#"\C-"#.utf8) + [byte ^ 0x40]
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
