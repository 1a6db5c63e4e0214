/// Salts of 24 random bytes, drawn many at a time: to ask libcrypto takes longer than to use them.
///
/// A salt must not serve two messages under one key: each is given out once, and the stock cannot
/// be copied, so that no second one gives out the same.
struct SaltStock: ~Copyable {
  private static let size = 64

  private var bytes: [UInt8] = []

  mutating func next() throws(CryptographyError) -> [UInt8] {
    let count = CobblestoneFormat.saltCount
    if bytes.isEmpty { bytes = try RandomBytes.bytes(count: Self.size * count) }
    defer { bytes.removeLast(count) }
    return [UInt8](bytes.suffix(count))
  }
}
