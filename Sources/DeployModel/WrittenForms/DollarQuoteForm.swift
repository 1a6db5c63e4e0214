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

  private static let shell = DollarQuoteForm()

  /// Adds a byte as every shell reads it.
  static func escape(_ byte: UInt8, to text: inout [UInt8]) { shell.write(byte, to: &text) }

  private func text(of value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(2 * value.count)
    if beyond == .unprintable, let string = String(validating: value, as: UTF8.self) {
      for scalar in string.unicodeScalars { write(scalar, to: &text) }
    } else {
      for byte in value {
        if byte >= 0x80, beyond == .none { text.append(byte) } else { write(byte, to: &text) }
      }
    }
    return text
  }

  private func write(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    let bytes = UTF8.encode(scalar) ?? .init()
    if !scalar.isASCII, Self.isPrintable(scalar) {
      text += bytes
    } else {
      for byte in bytes { write(byte, to: &text) }
    }
  }

  private func write(_ byte: UInt8, to text: inout [UInt8]) {
    let backslash = UInt8(ascii: "\\")
    if byte == backslash || byte == UInt8(ascii: "'") && isQuoteEscaped {
      text.append(backslash)
      text.append(byte)
    } else if byte >= 0x20, byte < 0x7F {
      text.append(byte)
    } else if let letter = letters[byte] {
      text.append(backslash)
      text.append(letter)
    } else {
      writeNumber(of: byte, to: &text)
    }
  }

  private func writeNumber(of byte: UInt8, to text: inout [UInt8]) {
    switch number {
    case .octal:
      text.append(UInt8(ascii: "\\"))
      for digit in [byte >> 6, byte >> 3 & 7, byte & 7] { text.append(digit + 0x30) }
    case .hexadecimal:
      text += #"\x"#.utf8
      text += ASCII.hexDigits(byte, isUppercase: false)
    case .control:
      text += #"\C-"#.utf8
      text.append(byte ^ 0x40)
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
