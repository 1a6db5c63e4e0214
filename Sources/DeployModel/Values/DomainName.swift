/// A fully qualified domain name, without the dot of the root.
///
/// At least two labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all, and
/// a last label that is not a number. Letters of either case are read and held in lower case,
/// since names compare without regard to it. Names outside ASCII are read in their `xn--` form.
///
/// Source: data model, DeploymentConfiguration, `domain`; RFC 1035, section 2.3; RFC 1123,
/// section 2.1; RFC 4343 for case; RFC 6125, section 6.4.3 for wildcards.
public struct DomainName: Hashable, Sendable, CustomStringConvertible {
  static let maximumLength = 253
  static let maximumLabelLength = 63

  /// The name in lower case.
  public let text: String

  public var description: String { text }

  /// True for a name whose first label is `*`.
  public var isWildcard: Bool { text.utf8.first == UInt8(ascii: "*") }

  /// True for a name that Fly.io gives an application: one label before `fly.dev`.
  ///
  /// A deeper name below `fly.dev` counts too, so that a rule can refuse it.
  public var isUnderFlyDev: Bool { text.hasSuffix(".fly.dev") }

  /// The labels, first to last.
  public var labels: [Substring] { text.split(separator: ".") }

  /// Reads a name that is not a wildcard.
  public init(_ text: String) throws(MalformedValue) {
    try self.init(text, allowingWildcard: false)
  }

  /// Reads a name, as a certificate may hold it: `*.example.com` where wildcards are allowed.
  public init(_ text: String, allowingWildcard: Bool) throws(MalformedValue) {
    guard Self.isWellFormed(text, allowingWildcard: allowingWildcard)
    else { throw DomainDiagnosis.of(text, allowingWildcard: allowingWildcard) }
    self.text = text.utf8.contains(where: ASCII.isUppercase) ? text.lowercased() : text
  }

  /// True where a certificate for this name serves the other.
  ///
  /// A wildcard stands for exactly one label: `*.example.com` covers `a.example.com`, and
  /// neither `example.com` nor `a.b.example.com`.
  public func covers(_ other: DomainName) -> Bool {
    guard isWildcard, !other.isWildcard else { return self == other }
    guard let dot = other.text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return text.utf8.dropFirst().elementsEqual(other.text.utf8[dot...])
  }

  static func isWellFormed(_ text: String, allowingWildcard: Bool) -> Bool {
    ASCII.withBytes(of: text) { bytes in
      guard bytes.count <= maximumLength else { return false }
      var start = 0
      var isNumeric = false
      if allowingWildcard, bytes.starts(with: "*.".utf8) {
        start = 2
        // A certificate authority gives none for a whole top-level domain.
        guard bytes.dropFirst(2).contains(UInt8(ascii: ".")) else { return false }
      }
      var count = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
        guard isLabel(bytes[start..<end]) else { return false }
        isNumeric = bytes[start..<end].allSatisfy(ASCII.isDigit)
        count += 1
        start = end + 1
      }
      return count >= 2 && !isNumeric
    }
  }

  static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= maximumLabelLength,
      ASCII.isAlphanumeric(first), ASCII.isAlphanumeric(last)
    else { return false }
    return label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }
}

extension DomainName: Comparable {
  public static func < (left: DomainName, right: DomainName) -> Bool { left.text < right.text }
}
