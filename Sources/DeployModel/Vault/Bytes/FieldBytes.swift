/// The one encoding of texts that keys, digests and signatures are bound to.
///
/// Every text is preceded by its length in bytes as a 32-bit big-endian number, so that no two
/// different lists of texts have the same encoding: `ab`, `c` is not `a`, `bc`.
struct FieldBytes {
  /// The words that every encoding begins with: it is flyconf's, and the first of its kind.
  static let version = "flyconf/v1"

  private(set) var bytes: [UInt8]

  /// An encoding that begins with the version.
  init() {
    bytes = []
    // Room for an entity with a value of common length: growing would copy it again and again.
    bytes.reserveCapacity(768)
    bytes += Self.version.utf8
  }

  /// An encoding that begins with the domain of a signed message and a zero byte.
  init(domain: String) { bytes = Array(domain.utf8) + [0] }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      withUnsafeBytes(of: UInt32(utf8.count).bigEndian) { bytes += $0 }
      bytes += utf8
    }
  }
}
