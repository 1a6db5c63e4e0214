import Documents

/// The text that the language Go makes of a value (`%v` of its package `fmt`), which is what
/// flyctl makes of a variable that is no string.
enum GoText {
  static func of(_ node: Node) -> String {
    switch node.value {
    case .null: "<nil>"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): of(number)
    case .string(let text): text
    case .dateTime(let moment): of(moment)
    case .array(let elements): "[" + elements.map(of).joined(separator: " ") + "]"
    case .object(let members):
      "map["
        + members.sorted { $0.key < $1.key }.map { "\($0.key):\(of($0.value))" }
        .joined(separator: " ") + "]"
    }
  }

  /// The shortest digits that say a float; from a million on, or below 0.0001, with an exponent.
  private static func of(_ number: Number) -> String {
    guard !number.isWhole else { return number.literal }
    guard number.isFinite, let value = Double(number.literal) else {
      switch number.literal {
      case "inf": return "+Inf"
      case "-inf": return "-Inf"
      default: return "NaN"
      }
    }
    return of(value)
  }

  private static func of(_ value: Double) -> String {
    guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortest(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard exponent < -4 || exponent >= 6 else { return sign + plain(digits, exponent) }
    let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
    let magnitude = String(exponent.magnitude)
    let padded = magnitude.count < 2 ? "0" + magnitude : magnitude
    return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(padded)"
  }

  /// The digits of a number without zeros around them, and the power of ten of the first.
  private static func shortest(_ value: Double) -> (digits: String, exponent: Int) {
    let text = "\(value)".lowercased()
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(mantissa[0])
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (digits, whole.count - 1 - leading + power)
  }

  private static func plain(_ digits: String, _ exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// flyctl reads a moment without an offset as one of UTC.
  private static func of(_ moment: DateTime) -> String {
    let literal = moment.literal
    guard moment.kind == .offsetDateTime else { return literal }
    let date = literal.prefix(10)
    let rest = literal.dropFirst(11)
    if rest.hasSuffix("Z") { return "\(date) \(rest.dropLast()) +0000 UTC" }
    let offset = rest.suffix(6)
    let compact = offset.filter { $0 != ":" }
    return "\(date) \(rest.dropLast(6)) \(compact) \(compact)"
  }
}
