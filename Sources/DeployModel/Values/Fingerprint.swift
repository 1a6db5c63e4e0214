import Documents

/// The SHA-256 fingerprint of a certificate's DER form.
///
/// 64 hexadecimal digits of either case are read, with a colon between every two or with none;
/// 64 lower-case digits are written.
///
/// Source: data model, SSLCertificate, `fingerprint`.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  static let byteCount = 32

  /// The 64 digits in lower case, without colons.
  public let text: String

  public var description: String { text }

  /// Reads a fingerprint; those of other digests and those with a prefix get their own hint.
  public init(_ text: String) throws(MalformedValue) {
    guard let digits = ASCII.withBytes(of: text, Self.digits), digits.count == Self.byteCount * 2
    else { throw Self.diagnosis(of: text) }
    self.text = String(decoding: digits, as: UTF8.self)
  }

  /// The fingerprint of a digest, or nil where it has not 32 bytes.
  public init?(digest: some Collection<UInt8>) {
    guard digest.count == Self.byteCount else { return nil }
    let digits = digest.flatMap { [ASCII.hexDigit($0 >> 4), ASCII.hexDigit($0 & 0x0f)] }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// The digits in lower case, or nil where anything but digits and regular colons stands there.
  private static func digits(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let hasColons = bytes.count > 2 && bytes[2] == UInt8(ascii: ":")
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if hasColons, index % 3 == 2 {
        guard byte == UInt8(ascii: ":"), index + 1 < bytes.count else { return nil }
      } else {
        guard ASCII.isHexDigit(byte) else { return nil }
        digits.append(ASCII.lowercased(byte))
      }
    }
    return digits
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let expected = "expected the 64 hexadecimal digits of SHA-256"
    guard !text.isEmpty else { return MalformedValue("the fingerprint is empty, \(expected)") }
    let help = "print it with 'openssl x509 -noout -fingerprint -sha256 -in certificate.pem'"
    if let bare = withoutPrefix(text) {
      return MalformedValue(
        "the fingerprint \(Quoted(text)) has more than its digits, \(expected)",
        help: "write '\(bare.text)'")
    }
    guard let digits = ASCII.withBytes(of: text, digits) else {
      return MalformedValue("\(Quoted(text)) is no fingerprint, \(expected)", help: help)
    }
    let digest = digest(ofLength: digits.count).map { ", as \($0) has" } ?? ""
    return MalformedValue(
      "the fingerprint has \(digits.count) hexadecimal digits\(digest), \(expected)", help: help)
  }

  private static func digest(ofLength length: Int) -> String? {
    switch length {
    case 32: "MD5"
    case 40: "SHA-1"
    case 96: "SHA-384"
    case 128: "SHA-512"
    default: nil
    }
  }

  /// The fingerprint in a text such as `sha256 Fingerprint=AA:BB…`, or one with blanks in it.
  private static func withoutPrefix(_ text: String) -> Fingerprint? {
    var rest = Substring(text.lowercased())
    for prefix in ["sha256 fingerprint=", "sha-256:", "sha256:", "sha256=", "0x"]
    where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    let bare = rest.filter { $0 != " " && $0 != "\n" && $0 != "-" }
    guard bare.utf8.count < text.utf8.count else { return nil }
    return try? Fingerprint(String(bare))
  }
}

extension Fingerprint: Comparable {
  public static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.text < right.text }
}
