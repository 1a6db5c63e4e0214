import Documents

/// The absolute path that an HTTP health check asks for, with its query if it has one.
///
/// Begins with one `/`; visible ASCII only, `%` followed by two hexadecimal digits, no fragment.
///
/// Source: data model, HealthCheck, `endpoint` of an http check; RFC 3986, sections 3.3 and 3.4.
public struct HTTPPath: Hashable, Sendable, CustomStringConvertible {
  /// The path and the query.
  public let text: String

  public var description: String { text }

  /// The path without the query.
  public var path: Substring { text.prefix { $0 != "?" } }

  /// What follows the `?`, or nil where there is none.
  public var query: Substring? {
    text.firstIndex(of: "?").map { text[text.index(after: $0)...] }
  }

  /// Reads a path; an address with scheme and host is answered with its path.
  public init(_ text: String) throws(MalformedValue) {
    guard Self.isWellFormed(text) else { throw Self.diagnosis(of: text) }
    self.text = text
  }

  private static func isWellFormed(_ text: String) -> Bool {
    ASCII.withBytes(of: text) { bytes in
      guard bytes.first == UInt8(ascii: "/"), !bytes.starts(with: "//".utf8) else { return false }
      for index in bytes.indices {
        guard isPath(bytes[index]) else { return false }
        if bytes[index] == UInt8(ascii: "%") {
          guard index + 2 < bytes.count, ASCII.isHexDigit(bytes[index + 1]),
            ASCII.isHexDigit(bytes[index + 2])
          else { return false }
        }
      }
      return true
    }
  }

  private static func isPath(_ byte: UInt8) -> Bool {
    ASCII.isVisible(byte) && !"#\"<>\\^`{|}".utf8.contains(byte)
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let expected = "expected an absolute path such as '/healthz'"
    guard !text.isEmpty else { return MalformedValue("the path is empty, \(expected)") }
    if let scheme = text.firstRange(of: "://") {
      // A user name and a password may stand before the host: nothing of the address is shown.
      let rest = text[scheme.upperBound...]
      let path = rest.firstIndex { "/?#".contains($0) }.map { String(rest[$0...]) } ?? "/"
      return MalformedValue(
        "the endpoint is an address with scheme and host, \(expected)",
        help: isWellFormed(path) ? "write '\(path)'" : nil)
    }
    guard text.hasPrefix("/") else {
      return MalformedValue(
        "the path \(Quoted(text)) does not begin with '/', \(expected)",
        help: isWellFormed("/" + text) ? "write '/\(text)'" : nil)
    }
    if text.hasPrefix("//") {
      return MalformedValue(
        "the path \(Quoted(text)) begins with two slashes, which names a host, \(expected)")
    }
    return characterFault(in: text)
  }

  private static func characterFault(in text: String) -> MalformedValue {
    if let fragment = text.firstIndex(of: "#") {
      return MalformedValue(
        "the path \(Quoted(text)) has a fragment, which is never sent to a server",
        help: "write '\(text[..<fragment])'")
    }
    let encoded = String(decoding: percentEncoded(text), as: UTF8.self)
    if let wrong = text.first(where: { !$0.utf8.allSatisfy(isPath) }) {
      let shown = wrong == " " ? "a space" : "the character \(Quoted(String(wrong)))"
      return MalformedValue(
        "the path \(Quoted(text)) has \(shown), which a request cannot carry",
        help: isWellFormed(encoded) ? "write '\(encoded)'" : nil)
    }
    return MalformedValue(
      "the path \(Quoted(text)) has a '%' without two hexadecimal digits after it",
      help: "write '%25' for the character itself")
  }

  private static func percentEncoded(_ text: String) -> [UInt8] {
    text.utf8.flatMap { byte in
      isPath(byte)
        ? [byte]
        : Array("%".utf8)
          + [byte >> 4, byte & 0x0f].map { ASCII.hexDigit($0) & ($0 > 9 ? 0xdf : 0xff) }
    }
  }
}
