/// A value sealed with AES-256, as a file holds it: `fc1.<kid>.<rev>.<payload>`.
///
/// The kid names the data key in 20 characters of lower-case base32, the revision counts the
/// entity's values from 1, and the payload is base64url without padding, at least the 72 bytes
/// that sealing adds. Reading checks the form; only the vault can tell whether it opens.
///
/// Source: data model, "Encryption"; C2SP chunked-encryption for the payload; RFC 4648.
public struct SealedText: Hashable, Sendable {
  static let prefix = "fc1."
  static let keyIdentifierLength = 20
  static let minimumPayload = 72

  /// The whole text, ready to be written back.
  public let text: String

  /// How often the entity's value has been sealed, 1 or more.
  public let revision: UInt64

  /// The name of the data key that opens the payload.
  public var keyIdentifier: String {
    let bytes = text.utf8.dropFirst(Self.prefix.utf8.count).prefix(Self.keyIdentifierLength)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The sealed bytes.
  public var payload: [UInt8] {
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return [] }
    return Base64URL.decode(text.utf8[dot...].dropFirst()) ?? []
  }

  /// Reads sealed text of exactly this form; the error never quotes it.
  public init(_ text: String) throws(MalformedValue) {
    switch ASCII.withBytes(of: text, Self.read) {
    case .success(let revision):
      self.text = text
      self.revision = revision
    case .failure(let fault): throw fault
    }
  }

  /// Writes sealed text; the parts are checked as those of a text read are.
  public init(
    keyIdentifier: String, revision: UInt64, payload: some Sequence<UInt8>
  ) throws(MalformedValue) {
    let encoded = Base64URL.encode(payload)
    try self.init("\(Self.prefix)\(keyIdentifier).\(revision).\(encoded)")
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func read(_ bytes: Bytes) -> Result<UInt64, MalformedValue> {
    guard bytes.starts(with: prefix.utf8) else { return fault("does not begin with 'fc1.'") }
    let keyStart = prefix.utf8.count
    let keyEnd = dot(in: bytes, from: keyStart)
    guard keyEnd - keyStart == keyIdentifierLength, bytes[keyStart..<keyEnd].allSatisfy(isBase32)
    else { return fault("has no key name of \(keyIdentifierLength) letters a-z and digits 2-7") }
    let revisionEnd = dot(in: bytes, from: keyEnd + 1)
    guard let revision = revision(in: bytes, from: keyEnd + 1, to: revisionEnd)
    else { return fault("has no revision number of 1 or more without zeros in front") }
    guard revisionEnd < bytes.count,
      let count = Base64URL.decodedCount(of: bytes[(revisionEnd + 1)...])
    else { return fault("has no payload in base64url without padding") }
    guard count >= minimumPayload
    else {
      return fault("has a payload of \(Counted(count, "byte")), expected \(minimumPayload) or more")
    }
    return .success(revision)
  }

  private static func fault(_ what: String) -> Result<UInt64, MalformedValue> {
    .failure(
      MalformedValue(
        "the sealed value \(what)", help: "restore the line from git, or set the value again"))
  }

  private static func dot(in bytes: Bytes, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
  }

  private static func revision(in bytes: Bytes, from start: Int, to end: Int) -> UInt64? {
    guard start < end, bytes[start] != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for byte in bytes[start..<end] {
      guard ASCII.isDigit(byte) else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(byte &- 0x30))
      guard !overflow, !carried else { return nil }
      number = sum
    }
    return number
  }

  private static func isBase32(_ byte: UInt8) -> Bool {
    ASCII.isLowercase(byte) || 0x32...0x37 ~= byte
  }
}

extension SealedText: CustomStringConvertible {
  /// The key, the revision and the length: enough to tell two apart in a log.
  public var description: String { "sealed value \(keyIdentifier).\(revision)" }
}
