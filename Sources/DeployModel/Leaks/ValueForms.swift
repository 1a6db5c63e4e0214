/// A value as files of various kinds write it.
///
/// Source: RFC 4648, sections 4 and 5, for base64; RFC 3986, section 2.1, for percent signs; RFC
/// 8259, section 7, for JSON.
struct ValueForms {
  /// Each form once, the value itself first.
  private(set) var all: [Secret]

  init(_ value: UnsafeRawBufferPointer) {
    all = [Secret(value)]
    for shift in 0..<3 {
      let standard = Self.base64(value, shift)
      add(standard)
      add(
        standard.map { byte in
          byte == UInt8(ascii: "+")
            ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
        })
    }
    add(Self.percentEncoded(value, ASCII.upperHexDigit))
    add(Self.percentEncoded(value, ASCII.hexDigit))
    add(Self.jsonEscaped(value, escapesSlashes: false))
    add(Self.jsonEscaped(value, escapesSlashes: true))
  }

  private mutating func add(_ form: [UInt8]) {
    var form = form
    let secret = Secret(wiping: &form)
    if !all.contains(secret) { all.append(secret) }
  }

  // MARK: Base64

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The digits that the value has whatever stands around it.
  ///
  /// - Parameter shift: How many bytes stand before it, by threes.
  private static func base64(_ value: UnsafeRawBufferPointer, _ shift: Int) -> [UInt8] {
    let encoded = BitGroups.digits(
      of: [UInt8](repeating: 0, count: shift) + Array(value), width: 6, digits)
    // Digits that hold bits of a neighbour are another's.
    let first = (shift * 8 + 5) / 6
    let end = (shift + value.count) * 8 / 6
    return first < end ? Array(encoded[first..<end]) : []
  }

  // MARK: URLs and JSON

  private static func percentEncoded(
    _ value: UnsafeRawBufferPointer, _ digit: (UInt8) -> UInt8
  ) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      let isUnreserved = ASCII.isAlphanumeric(byte) || "-._~".utf8.contains(byte)
      return isUnreserved ? [byte] : [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
    }
  }

  private static func jsonEscaped(
    _ value: UnsafeRawBufferPointer, escapesSlashes: Bool
  ) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "/") where escapesSlashes: [UInt8(ascii: "\\"), byte]
      case 0x0A: Array("\\n".utf8)
      case 0x0D: Array("\\r".utf8)
      case 0x09: Array("\\t".utf8)
      case 0..<0x20:
        Array("\\u00".utf8) + [ASCII.hexDigit(byte >> 4), ASCII.hexDigit(byte & 15)]
      default: [byte]
      }
    }
  }
}
