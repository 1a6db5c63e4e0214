import Documents

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Reads and writes UUIDs in their text form of 36 characters.
///
/// Either case is read; lower case is written, as RFC 9562, section 4 asks.
///
/// Source: data model, `id` of every entity.
public enum UUIDText {
  /// Reads a UUID; braces, `urn:uuid:` and missing hyphens are answered with the right form.
  public static func read(_ text: String) throws(MalformedValue) -> UUID {
    guard let uuid = ASCII.withBytes(of: text, { read($0[...]) }) else { throw diagnosis(of: text) }
    return uuid
  }

  /// The text of a UUID in lower case.
  public static func write(_ uuid: UUID) -> String {
    withUnsafeBytes(of: uuid.uuid) { bytes in
      String(unsafeUninitializedCapacity: 36) { output in
        var index = 0
        for (position, byte) in bytes.enumerated() {
          if position == 4 || position == 6 || position == 8 || position == 10 {
            output[index] = UInt8(ascii: "-")
            index += 1
          }
          output[index] = ASCII.hexDigit(byte >> 4)
          output[index + 1] = ASCII.hexDigit(byte & 0x0f)
          index += 2
        }
        return index
      }
    }
  }

  /// Whether a text is a UUID as it is written, in lower case.
  static func isCanonical(_ text: String) -> Bool {
    ASCII.withBytes(of: text) { bytes in
      !bytes.contains(where: ASCII.isUppercase) && read(bytes[...]) != nil
    }
  }

  /// Reads the 36 bytes of a UUID; nil for anything else.
  static func read(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UUID? {
    guard text.count == 36 else { return nil }
    var uuid = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).uuid
    let isRead = withUnsafeMutableBytes(of: &uuid) { fill($0, from: text) }
    return isRead ? UUID(uuid: uuid) : nil
  }

  private static func fill(
    _ bytes: UnsafeMutableRawBufferPointer, from text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    var index = text.startIndex
    for position in 0..<16 {
      if position == 4 || position == 6 || position == 8 || position == 10 {
        guard text[index] == UInt8(ascii: "-") else { return false }
        index += 1
      }
      guard let high = ASCII.hexValue(text[index]), let low = ASCII.hexValue(text[index + 1])
      else { return false }
      bytes[position] = high << 4 | low
      index += 2
    }
    return true
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let form = "8-4-4-4-12 hexadecimal digits"
    guard !text.isEmpty else { return MalformedValue("the UUID is empty, expected \(form)") }
    return MalformedValue(
      "\(Quoted(text)) is no UUID, expected \(form)",
      help: proposal(for: text).map { "write '\(write($0))'" })
  }

  private static func proposal(for text: String) -> UUID? {
    var bare = Array(text.lowercased().utf8.filter { $0 != UInt8(ascii: "-") })
    bare.removeAll { ASCII.isSpace($0) || "{}".utf8.contains($0) }
    if bare.starts(with: "urn:uuid:".utf8) { bare.removeFirst("urn:uuid:".utf8.count) }
    guard bare.count == 32 else { return nil }
    for position in [20, 16, 12, 8] { bare.insert(UInt8(ascii: "-"), at: position) }
    return bare.withUnsafeBufferPointer { read($0[...]) }
  }
}

extension UUID {
  /// A new random id, from the system's generator (RFC 9562, section 5.4).
  ///
  /// Foundation's own way opens a device anew for each, which takes longer than to seal a value.
  package static func random() -> UUID {
    var generator = SystemRandomNumberGenerator()
    let numbers = (generator.next() as UInt64, generator.next() as UInt64)
    var bytes = withUnsafeBytes(of: numbers) { $0.load(as: uuid_t.self) }
    bytes.6 = bytes.6 & 0x0f | 0x40
    bytes.8 = bytes.8 & 0x3f | 0x80
    return UUID(uuid: bytes)
  }
}
