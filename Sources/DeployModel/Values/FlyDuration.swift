/// A span of time as the language Go writes it, such as `1m30s`.
///
/// Source: https://pkg.go.dev/time#ParseDuration
package struct FlyDuration: Hashable, Comparable, Sendable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package init(seconds: Int64) { self.init(nanoseconds: seconds * 1_000_000_000) }

  package var seconds: Double { Double(nanoseconds) / 1e9 }

  package static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

  /// Reads a text such as `1.5h`, `-2m` or `0`.
  ///
  /// - Throws: `MalformedValue` that says what is wrong with it.
  package init(_ text: String) throws(MalformedValue) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    guard !rest.isEmpty else { throw MalformedValue("it is empty", help: Self.helpForForm) }
    var total: Int64 = 0
    while !rest.isEmpty, rest != "0" {
      let (sum, overflow) = total.addingReportingOverflow(try Self.part(&rest))
      guard !overflow else { throw Self.tooLong }
      total = sum
    }
    nanoseconds = isNegative ? -total : total
  }

  private static let helpForForm = "write a number and a unit, such as '10s', '1m30s' or '500ms'"
  private static let tooLong = MalformedValue("it is longer than flyctl can count")

  /// Takes a number and its unit from the front.
  private static func part(_ rest: inout Substring) throws(MalformedValue) -> Int64 {
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest = rest.dropFirst(digits.count)
    let unit = rest.prefix { !($0.isASCII && ($0.isNumber || $0 == ".")) }
    rest = rest.dropFirst(unit.count)
    guard let number = Double(digits.hasPrefix(".") ? "0\(digits)" : String(digits)) else {
      throw MalformedValue("it has no number before '\(unit.prefix(8))'", help: helpForForm)
    }
    guard !unit.isEmpty else {
      throw MalformedValue("the number '\(digits)' has no unit", help: helpForForm)
    }
    guard let size = units[String(unit)] else {
      throw MalformedValue(
        "'\(unit.prefix(8))' is no unit of time, expected ns, us, ms, s, m or h", help: helpForForm)
    }
    let nanoseconds = number * size
    guard nanoseconds < Double(Int64.max) else { throw tooLong }
    return Int64(nanoseconds)
  }

  private static let units: [String: Double] = [
    "ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "h": 3600e9,
  ]
}

extension FlyDuration: CustomStringConvertible {
  /// The shortest form without zero parts, such as `1m21s`, which Go reads as the same.
  package var description: String {
    guard nanoseconds != 0 else { return "0s" }
    let sign = nanoseconds < 0 ? "-" : ""
    var rest = nanoseconds.magnitude
    var text = ""
    for (unit, size) in Self.written where rest >= size {
      text += "\(rest / size)\(unit)"
      rest %= size
    }
    return sign + text
  }

  private static let written: [(String, UInt64)] = [
    ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000),
    ("us", 1_000), ("ns", 1),
  ]
}
