/// A number exactly as it was written, never passed through binary floating point.
public struct Number: Hashable, Sendable, CustomStringConvertible {
  /// A JSON number literal (RFC 8259 section 6), or `inf`, `-inf` or `nan`, which only TOML has.
  package let literal: String

  package init(literal: String) { self.literal = literal }

  public init(_ integer: Int) { literal = String(integer) }

  public var description: String { literal }

  /// The value if it was written as a whole number that fits 64 bits.
  public var integer: Int? { Int(literal) }

  /// Whether this is a number at all, and not infinity or `nan`.
  package var isFinite: Bool { literal.utf8.last.map { $0 < UInt8(ascii: "a") } ?? true }

  /// Whether the number was written without a fraction and an exponent.
  package var isWhole: Bool {
    isFinite
      && !literal.utf8.contains {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
      }
  }

  /// Whether the number is greater than zero, decided on its digits.
  public var isPositive: Bool {
    if literal == "inf" { return true }
    let digits = literal.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    return literal.utf8.first != UInt8(ascii: "-")
      && digits.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
  }
}
