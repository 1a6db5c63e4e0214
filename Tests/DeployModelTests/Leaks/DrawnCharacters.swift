import Foundation

/// Characters as a machine draws them, the same in every run: no secret stands in the tests.
struct DrawnCharacters {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// xorshift64*, by S. Vigna.
  private mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func draw(_ count: Int, from alphabet: String) -> String {
    let characters = Array(alphabet)
    return String((0..<count).map { _ in characters[Int(next() >> 33) % characters.count] })
  }

  mutating func mixed(_ count: Int) -> String {
    draw(count, from: Self.lower + Self.upper + Self.digits)
  }
  mutating func base64(_ count: Int) -> String {
    draw(count, from: Self.lower + Self.upper + Self.digits + "+/")
  }
  mutating func hex(_ count: Int) -> String { draw(count, from: "0123456789abcdef") }
  mutating func capitals(_ count: Int) -> String { draw(count, from: Self.upper + "234567") }
  mutating func number(_ count: Int) -> String { "1" + draw(count - 1, from: Self.digits) }

  mutating func uuid() -> String {
    "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))"
  }

  private static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let digits = "0123456789"
}
