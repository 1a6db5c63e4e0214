extension ExportForm {
  /// A `.env` file, in the part of the format that its readers agree on, where that holds a value.
  ///
  /// Node's own reader, the package dotenv and python-dotenv each have other escapes, and none is
  /// known to all. So a value stands bare or between quotes just as it is. Where one of the three
  /// would read other bytes, it is written with the escapes of python-dotenv, and its name is said.
  ///
  /// Source: https://github.com/nodejs/node/blob/main/src/node_dotenv.cc,
  /// https://github.com/motdotla/dotenv/blob/master/lib/main.js,
  /// https://github.com/theskumar/python-dotenv/blob/main/src/dotenv/parser.py
  static let dotenv = ExportForm(
    "dotenv", "A .env file", reservations: [filledReferences, escapes]
  ) { value, text throws(FormFault) in
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

  private static let filledReferences = Reservation(
    text: "some readers of .env files fill in what '${…}' names", concerns: \.hasReference)

  private static let escapes = Reservation(
    text: "written with escapes that flyconf and python-dotenv read, and Node does not "
      + "(`--for json` holds them for all)"
  ) { $0.value.withBytes { DotenvQuoting(of: $0) } == .escaped }
}

/// How a value stands in a `.env` file: as it is, unless it has to be escaped.
private enum DotenvQuoting {
  case bare, single, double, escaped

  private static let backslash = UInt8(ascii: "\\")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The first that every reader takes for just these bytes, or else escapes; nothing where an
  /// escape would stand before the closing quote.
  init?(of bytes: UnsafeRawBufferPointer) {
    if let asItIs = Self.asItIs(bytes) {
      self = asItIs
    } else if bytes.last != Self.backslash {
      self = .escaped
    } else {
      return nil
    }
  }

  private static func asItIs(_ bytes: UnsafeRawBufferPointer) -> DotenvQuoting? {
    if bytes.allSatisfy(isPlain) { return .bare }
    // Node drops it.
    if bytes.contains(carriageReturn) { return nil }
    if !bytes.contains(UInt8(ascii: "'")), !hasEscape(bytes, before: "\\'") { return .single }
    let hasDoubleQuote = bytes.contains(UInt8(ascii: "\""))
    if !hasDoubleQuote, !bytes.contains(backslash) { return .double }
    if standsBare(bytes) { return .bare }
    let special = "\\'\"`$abefnrtuvxU01234567\n"
    return !hasDoubleQuote && !hasEscape(bytes, before: special) ? .double : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "_-.,:/@%+".utf8.contains(byte)
  }

  /// Whether some readers would take a backslash between quotes, or the closing quote after it,
  /// for part of an escape.
  ///
  /// - Parameter escaped: What a backslash gives another meaning.
  private static func hasEscape(
    _ bytes: UnsafeRawBufferPointer, before escaped: String
  ) -> Bool {
    bytes.last == backslash
      || zip(bytes, bytes.dropFirst()).contains { $0 == backslash && escaped.utf8.contains($1) }
  }

  /// Whether a value is read to the end of its line, and ends there.
  private static func standsBare(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, let last = bytes.last, ASCII.isVisible(first),
      ASCII.isVisible(last), !"'\"`".utf8.contains(first)
    else { return false }
    // To JavaScript, two more characters end a line, and a quoted part between them its quotes.
    return !bytes.contains { "#\r\n".utf8.contains($0) }
      && !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
        $0 == "\u{2028}" || $0 == "\u{2029}"
      }
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
