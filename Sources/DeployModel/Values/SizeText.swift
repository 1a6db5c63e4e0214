import Documents

/// A number and a unit as a size writes them, such as `512MB`.
///
/// What a text that is no size was meant to be is worked out here for memory and storage alike.
struct SizeText {
  /// The digits as a number, or nil where they are too many for one.
  var number: Int?

  /// What follows the digits: `MB` or `GB` where the size is right.
  var unit: String

  /// Splits a text that begins with a digit; nil for any other text.
  init?(_ text: String) {
    let digits = text.utf8.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty else { return nil }
    number = Int(String(decoding: digits, as: UTF8.self))
    unit = String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)
  }

  /// The size in megabytes that a text means: any case, spaces, `GiB`, `g`, `T`, a fraction.
  ///
  /// Nil where it has no one meaning, or is no whole number of megabytes.
  static func megabytesMeant(by text: String) -> Int? {
    let compact = text.lowercased().filter { $0 != " " && $0 != "_" }
    guard let size = SizeText(compact), let whole = size.number else { return nil }
    var unit = Substring(size.unit)
    var tenths = 0
    if unit.hasPrefix(".") || unit.hasPrefix(",") {
      let digits = unit.dropFirst().prefix(while: \.isNumber)
      guard digits.count <= 2, let number = Int(digits) else { return nil }
      tenths = digits.count == 1 ? number * 10 : number
      unit = unit.dropFirst(1 + digits.count)
    }
    guard let factor = factor(of: String(unit)) else { return nil }
    let (megabytes, overflow) = whole.multipliedReportingOverflow(by: factor)
    let (sum, carried) = megabytes.addingReportingOverflow(tenths * factor / 100)
    guard !overflow, !carried, sum > 0, tenths * factor % 100 == 0 else { return nil }
    return sum
  }

  private static func factor(of unit: String) -> Int? {
    switch unit {
    case "m", "mb", "mi", "mib", "megabyte", "megabytes": 1
    case "g", "gb", "gi", "gib", "gigabyte", "gigabytes": 1_024
    case "t", "tb", "ti", "tib", "terabyte", "terabytes": 1_048_576
    default: nil
    }
  }

  /// Says what is wrong with a size; `kind` names it, `expected` its form.
  static func fault(in text: String, kind: String, expected: String) -> String {
    let named = "the \(kind) size \(Quoted(text))"
    guard let size = SizeText(text) else {
      if text.isEmpty { return "the \(kind) size is empty, \(expected)" }
      let isNegative = text.hasPrefix("-")
      return isNegative ? "\(named) is negative, \(expected)" : "\(named) is no size, \(expected)"
    }
    if size.unit.isEmpty { return "\(named) has no unit, \(expected)" }
    if size.unit.hasPrefix(".") || size.unit.hasPrefix(",") {
      return "\(named) is not a whole number, \(expected)"
    }
    guard ["MB", "GB"].contains(size.unit) else {
      return "\(named) has \(Quoted(size.unit)) after the number, \(expected)"
    }
    guard let number = size.number, number < Int.max / 1_024 else {
      return "\(named) is larger than any machine, \(expected)"
    }
    return number == 0 ? "\(named) is zero, expected 1 or more" : "\(named) is wrong, \(expected)"
  }
}
