/// A way to make a new random value, written as a form and a number, such as `hex:32`.
///
/// - `hex:N`: N random bytes as 2N hexadecimal digits, 8 bits a byte.
/// - `base64:N`: N random bytes in base64 with padding (RFC 4648, section 4), 8 bits a byte.
/// - `alnum:N`: N letters and digits, 5.95 bits each.
/// - `words:N`: N made-up words of three syllables with hyphens between them, 18 bits each; they
///   can be read aloud and typed, and are of no language.
package struct ValueGenerator: Hashable, Sendable, CustomStringConvertible {
  package enum Form: String, CaseIterable, Sendable {
    case hex, base64, alnum, words
  }

  package let form: Form
  /// Bytes, characters or words.
  package let count: Int

  package var description: String { "\(form.rawValue):\(count)" }

  /// What could be guessed in fewer tries than this many bits stand for is no secret.
  package static let leastBits = 64.0
  /// The most bytes, characters or words that are made.
  package static let greatestCount = 1024

  /// How many bits of chance the values have.
  package var bits: Double { Double(count) * form.bitsEach }

  /// - Throws: `MalformedValue` that does not quote the text: it may be a value, put in the place
  ///   of its form.
  package init(_ text: String) throws(MalformedValue) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let form = Form(rawValue: String(parts[0])),
      parts[1].utf8.allSatisfy(ASCII.isDigit), let count = Int(parts[1])
    else {
      throw MalformedValue(
        "the form of a generated value is not known, expected hex:N, base64:N, alnum:N or words:N",
        help: "such as hex:32, base64:48, alnum:40 or words:6")
    }
    guard count <= Self.greatestCount else {
      throw MalformedValue(
        "a value of \(Counted(count, form.unit)) is too long, expected at most \(Self.greatestCount)"
      )
    }
    let least = Int((Self.leastBits / form.bitsEach).rounded(.up))
    guard count >= least else {
      throw MalformedValue(
        "a value of \(Counted(count, form.unit)) could be guessed, expected at least \(least)",
        help: "write \(form.rawValue):\(form.usualCount)")
    }
    self.form = form
    self.count = count
  }

  package init(_ form: Form, count: Int) {
    self.form = form
    self.count = count
  }

  /// A new value.
  package func make() throws(CryptographyError) -> Secret {
    switch form {
    case .hex: try Self.hexadecimal(count)
    case .base64: try Self.base64(count)
    case .alnum: try Self.alphanumeric(count)
    case .words: try Self.words(count)
    }
  }

  // MARK: Forms

  private static func hexadecimal(_ count: Int) throws(CryptographyError) -> Secret {
    let random = try SecureBytes.random(count: count)
    return random.withBytes { bytes in
      text(ofCount: 2 * bytes.count) { text in
        for byte in bytes {
          text.append(ASCII.hexDigit(byte >> 4))
          text.append(ASCII.hexDigit(byte & 0x0f))
        }
      }
    }
  }

  private static let base64Digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ count: Int) throws(CryptographyError) -> Secret {
    let random = try SecureBytes.random(count: count)
    return random.withBytes { bytes in
      text(ofCount: (bytes.count + 2) / 3 * 4) { text in
        for start in stride(from: 0, to: bytes.count, by: 3) {
          let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
          let bits = group[0] << 16 | group[1] << 8 | group[2]
          for digit in 0..<4 {
            let isPadding = start + digit > bytes.count
            let index = bits >> (18 - 6 * digit) & 0x3f
            text.append(isPadding ? UInt8(ascii: "=") : base64Digits[index])
          }
        }
      }
    }
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Bytes from 248 on are passed over: 248 is four times 62, so that every letter is as likely
  /// as any other.
  private static func alphanumeric(_ count: Int) throws(CryptographyError) -> Secret {
    var secret: [UInt8] = []
    secret.reserveCapacity(count)
    while secret.count < count {
      let random = try SecureBytes.random(count: count)
      random.withBytes { bytes in
        for byte in bytes where byte < 248 && secret.count < count {
          secret.append(letters[Int(byte) % letters.count])
        }
      }
    }
    return Secret(wiping: &secret)
  }

  private static let consonants = Array("bdfghjklmnprstvz".utf8)
  private static let vowels = Array("aiou".utf8)
  private static let syllables = 3

  /// Sixteen consonants and four vowels make 64 syllables: 6 bits each, and no remainder.
  private static func words(_ count: Int) throws(CryptographyError) -> Secret {
    let random = try SecureBytes.random(count: count * syllables)
    return random.withBytes { bytes in
      text(ofCount: count * (2 * syllables + 1) - 1) { text in
        for (index, byte) in bytes.enumerated() {
          if index > 0, index.isMultiple(of: syllables) { text.append(UInt8(ascii: "-")) }
          text.append(consonants[Int(byte >> 2 & 0x0f)])
          text.append(vowels[Int(byte & 0x03)])
        }
      }
    }
  }

  /// A secret of exactly so many bytes: with room for all of them, no copy is left behind.
  private static func text(ofCount count: Int, _ fill: (inout [UInt8]) -> Void) -> Secret {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    fill(&bytes)
    return Secret(wiping: &bytes)
  }
}

extension ValueGenerator.Form {
  /// How many bits of chance each byte, character or word has.
  var bitsEach: Double {
    switch self {
    case .hex, .base64: 8
    case .alnum: 5.954
    case .words: 18
    }
  }

  var unit: String {
    switch self {
    case .hex, .base64: "byte"
    case .alnum: "character"
    case .words: "word"
    }
  }

  fileprivate var usualCount: Int {
    switch self {
    case .hex: 32
    case .base64: 48
    case .alnum: 40
    case .words: 6
    }
  }
}
