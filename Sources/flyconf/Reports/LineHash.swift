/// The hashes by which code scanning on GitHub knows lines again that have moved.
///
/// The hash of a line is a polynomial over the 100 UTF-16 units that begin with it, modulo 2^64:
/// without spaces and tabs, with every line break as a line feed, and with one unit 65535 behind
/// the end of the text and zeros behind that. The number behind the colon tells lines with the
/// same hash apart.
///
/// Source: https://github.com/github/codeql-action, `src/fingerprints.ts`.
struct LineHash: Sendable {
  private static let window = 100
  private static let base: UInt64 = 37
  private static let end: UInt16 = 65535

  private let hashes: [String]

  init(_ text: String) {
    var units: [UInt16] = []
    var starts = [0]
    var isBehindCarriageReturn = false
    for unit in text.utf16 {
      let isPair = isBehindCarriageReturn && unit == 0x0A
      isBehindCarriageReturn = unit == 0x0D
      if isPair || unit == 0x20 || unit == 0x09 { continue }
      let isBreak = unit == 0x0A || unit == 0x0D
      units.append(isBreak ? 0x0A : unit)
      if isBreak { starts.append(units.count) }
    }
    units.append(Self.end)
    var counts: [UInt64: Int] = [:]
    hashes = starts.map { start in
      let hash = Self.hash(units, from: start)
      counts[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(counts[hash] ?? 1)"
    }
  }

  /// The hash of a line, counted from 1.
  subscript(line: Int) -> String? {
    hashes.indices.contains(line - 1) ? hashes[line - 1] : nil
  }

  private static func hash(_ units: [UInt16], from start: Int) -> UInt64 {
    (start..<start + window).reduce(0) { hash, index in
      hash &* base &+ (index < units.count ? UInt64(units[index]) : 0)
    }
  }
}
