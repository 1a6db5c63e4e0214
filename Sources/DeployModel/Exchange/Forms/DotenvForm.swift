extension ExportForm {
  /// A `.env` file, in the part of the format that its readers agree on.
  ///
  /// Node's own reader, the package dotenv and python-dotenv each have other escapes, and none is
  /// known to all. So nothing is escaped: a value stands bare or between quotes just as it is,
  /// and where one of the three would read other bytes, it is refused.
  ///
  /// Source: https://github.com/nodejs/node/blob/main/src/node_dotenv.cc,
  /// https://github.com/motdotla/dotenv/blob/master/lib/main.js,
  /// https://github.com/theskumar/python-dotenv/blob/main/src/dotenv/parser.py
  static let dotenv = ExportForm(
    "dotenv", "A .env file for Node, dotenv and python-dotenv", hasReferences: true
  ) { value, text throws(FormFault) in
    try FormWriting.checkText(value)
    let quoting = value.value.withBytes { DotenvQuoting(of: $0) }
    guard let quoting else {
      throw FormFault(
        value.value.withBytes { DotenvQuoting.reasonForRefusal(of: $0) },
        help: "`--for json` and `--for shell` hold it")
    }
    text += "\(value.key)=".utf8
    value.value.withBytes { quoting.write($0, to: &text) }
    text.append(UInt8(ascii: "\n"))
  }
}

/// How a value stands in a `.env` file, as it is.
private enum DotenvQuoting {
  case bare, single, double

  private static let backslash = UInt8(ascii: "\\")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The first that every reader takes for just these bytes; nothing if there is none.
  init?(of bytes: UnsafeRawBufferPointer) {
    if bytes.allSatisfy(Self.isPlain) {
      self = .bare
    } else if bytes.contains(Self.carriageReturn) {
      return nil
    } else if !bytes.contains(UInt8(ascii: "'")), !Self.hasEscape(bytes, before: "\\'") {
      self = .single
    } else if !bytes.contains(UInt8(ascii: "\"")), !bytes.contains(Self.backslash) {
      self = .double
    } else if Self.standsBare(bytes) {
      self = .bare
    } else if !bytes.contains(UInt8(ascii: "\"")),
      !Self.hasEscape(bytes, before: "\\'\"`$abefnrtuvxU01234567\n")
    {
      self = .double
    } else {
      return nil
    }
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
    }
  }

  private static func quote(
    _ bytes: UnsafeRawBufferPointer, _ quote: String, to text: inout [UInt8]
  ) {
    text += quote.utf8
    text += bytes
    text += quote.utf8
  }

  /// Why there is no writing that all take for these bytes.
  static func reasonForRefusal(of bytes: UnsafeRawBufferPointer) -> String {
    if bytes.contains(carriageReturn) {
      return "it has a carriage return, which Node drops from .env files"
    }
    if bytes.contains(UInt8(ascii: "'")), bytes.contains(UInt8(ascii: "\"")) {
      return "it has both kinds of quotes, and readers of .env files differ in how one is escaped"
    }
    if bytes.last == backslash {
      return "it ends with a backslash, which readers of .env files take to escape the quote "
        + "after it"
    }
    return "it has a backslash, and readers of .env files differ in what that does between quotes"
  }
}
