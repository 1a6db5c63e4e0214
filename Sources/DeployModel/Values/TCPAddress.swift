import Documents

/// Where a TCP health check connects: `PORT` on the machine itself, or `HOST:PORT`.
///
/// The port is 1 to 65535. The host is a name, an IPv4 address, or an IPv6 address in brackets.
///
/// Source: data model, HealthCheck, `endpoint` of a tcp check; RFC 3986, section 3.2.2.
public struct TCPAddress: Hashable, Sendable {
  static let ports = 1...65_535

  /// The host without brackets, or nil for the machine itself.
  public let host: String?

  /// The port, 1 to 65535.
  public let port: Int

  /// Reads an address; a scheme, a path and a missing port each get their own hint.
  public init(_ text: String) throws(MalformedValue) {
    let expected = "expected PORT or HOST:PORT"
    guard !text.isEmpty else { throw MalformedValue("the address is empty, \(expected)") }
    try Self.refuseURL(text)
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else {
      guard text.utf8.allSatisfy(ASCII.isDigit) else {
        throw MalformedValue(
          "the address \(Quoted(text)) has no port, \(expected)",
          help: "write the port after the host, such as '\(text):5432'")
      }
      host = nil
      port = try Self.port(in: Substring(text), of: text)
      return
    }
    host = try Self.host(in: text[..<colon], of: text)
    port = try Self.port(in: text[colon...].dropFirst(), of: text)
  }

  private static func refuseURL(_ text: String) throws(MalformedValue) {
    if text.contains("@") {
      // What stands before the sign may be a password.
      throw MalformedValue("the address has a user name and '@', expected PORT or HOST:PORT")
    }
    if text.contains("://") {
      throw MalformedValue("the address \(Quoted(text)) has a scheme, expected PORT or HOST:PORT")
    }
    if text.contains("/") {
      throw MalformedValue("the address \(Quoted(text)) has a path, expected PORT or HOST:PORT")
    }
  }

  private static func port(in digits: Substring, of text: String) throws(MalformedValue) -> Int {
    guard !digits.isEmpty else {
      throw MalformedValue("the address \(Quoted(text)) has no port after the colon")
    }
    guard digits.utf8.allSatisfy(ASCII.isDigit) else {
      throw MalformedValue(
        "the port \(Quoted(String(digits))) of the address is no number, expected 1 to 65535")
    }
    guard let port = Int(digits), ports ~= port, digits.utf8.first != UInt8(ascii: "0") else {
      throw MalformedValue("the port is \(Quoted(String(digits))), expected 1 to 65535")
    }
    return port
  }

  private static func host(in part: Substring, of text: String) throws(MalformedValue) -> String {
    guard !part.isEmpty else {
      throw MalformedValue(
        "the address \(Quoted(text)) has no host before the colon",
        help: "write the port alone for the machine itself")
    }
    if part.hasPrefix("["), part.hasSuffix("]") {
      let inner = String(part.dropFirst().dropLast())
      guard IPv6Text.isAddress(inner) else {
        throw MalformedValue("\(Quoted(inner)) is no IPv6 address")
      }
      return inner
    }
    guard !part.contains(":") else {
      throw MalformedValue(
        "the address \(Quoted(text)) has more than one colon, expected PORT or HOST:PORT",
        help: "put an IPv6 address in brackets: '[::1]:5432'")
    }
    guard isHost(part) else {
      throw MalformedValue(
        "the host \(Quoted(String(part))) of the address is no host name or IP address")
    }
    return String(part)
  }

  /// Labels of letters, digits, hyphens and, since service names have them, underscores.
  private static func isHost(_ part: Substring) -> Bool {
    let labels = part.split(separator: ".", omittingEmptySubsequences: false)
    if labels.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) }) {
      return labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
    }
    return part.utf8.count <= DomainName.maximumLength
      && labels.allSatisfy { label in
        guard let first = label.utf8.first, let last = label.utf8.last else { return false }
        return label.utf8.count <= DomainName.maximumLabelLength
          && first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
          && label.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "-_".utf8.contains($0) }
      }
  }
}

extension TCPAddress: CustomStringConvertible {
  public var description: String { text }

  /// The address as it is written.
  public var text: String {
    guard let host else { return "\(port)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
