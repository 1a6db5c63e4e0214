extension ExportForm {
  /// A `.env` file, in the part of the format that its readers agree on.
  ///
  /// Where none of them treats anything in a value specially it stands bare or between quotes just
  /// as it is; the rest stands between double quotes with escapes.
  ///
  /// Source: https://github.com/theskumar/python-dotenv and https://github.com/motdotla/dotenv
  static let dotenv = ExportForm("dotenv", "A .env file", hasReferences: true) {
    value, text throws(FormFault) in
    try FormWriting.checkText(value)
    let quoting = value.value.withBytes { DotenvQuoting(of: $0) }
    guard let quoting else {
      throw FormFault(
        "it ends with a backslash, which readers of .env files take to escape the quote after it",
        help: "`--for json` and `--for shell` hold it")
    }
    text += "\(value.key)=".utf8
    value.value.withBytes { quoting.write($0, to: &text) }
    text.append(UInt8(ascii: "\n"))
  }
}

/// How a value stands in a `.env` file.
private enum DotenvQuoting {
  case bare, single, double, escaped

  private static let backslash = UInt8(ascii: "\\")

  /// The first that every reader takes for just these bytes; nothing if there is none.
  init?(of bytes: UnsafeRawBufferPointer) {
    let hasReturn = bytes.contains(UInt8(ascii: "\r"))
    if bytes.allSatisfy(Self.isPlain) {
      self = .bare
    } else if !hasReturn, !bytes.contains(UInt8(ascii: "'")), !Self.hasEscape(bytes) {
      self = .single
    } else if !hasReturn,
      !bytes.contains(where: { $0 == UInt8(ascii: "\"") || $0 == Self.backslash })
    {
      self = .double
    } else if Self.standsBare(bytes) {
      self = .bare
    } else if bytes.last != Self.backslash {
      self = .escaped
    } else {
      return nil
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-.,:/@%+".utf8.contains(byte)
  }

  /// Whether some readers would take a backslash between single quotes, or the closing quote after
  /// it, for part of an escape.
  private static func hasEscape(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.last == backslash
      || zip(bytes, bytes.dropFirst()).contains { $0 == backslash && $1 == backslash }
  }

  /// Whether a value is read to the end of its line, and ends there.
  private static func standsBare(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, let last = bytes.last, ASCII.isVisible(first),
      ASCII.isVisible(last), !"'\"`".utf8.contains(first)
    else { return false }
    return !bytes.contains { "#\r\n".utf8.contains($0) }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    switch self {
    case .bare: text += bytes
    case .single: Self.quote(bytes, "'", to: &text)
    case .double: Self.quote(bytes, "\"", to: &text)
    case .escaped:
      text.append(UInt8(ascii: "\""))
      for byte in bytes { Self.escape(byte, to: &text) }
      text.append(UInt8(ascii: "\""))
    }
  }

  private static func quote(
    _ bytes: UnsafeRawBufferPointer, _ quote: String, to text: inout [UInt8]
  ) {
    text += quote.utf8
    text += bytes
    text += quote.utf8
  }

  private static func escape(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\n"): text += #"\n"#.utf8
    case UInt8(ascii: "\r"): text += #"\r"#.utf8
    case UInt8(ascii: "\\"): text += #"\\"#.utf8
    case UInt8(ascii: "\""): text += #"\""#.utf8
    default: text.append(byte)
    }
  }
}
