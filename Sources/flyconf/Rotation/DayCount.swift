import CommandKit

/// A number of days on a command line: `14`, `14d` or `2w`.
struct DayCount: ArgumentValue {
  let days: Int

  /// More than the longest schedule twice over.
  private static let limit = 3650

  init(days: Int) { self.days = days }

  init?(argument: String) {
    let isWeeks = argument.hasSuffix("w")
    let digits = isWeeks || argument.hasSuffix("d") ? argument.dropLast() : argument[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let count = Int(digits), count <= Self.limit
    else { return nil }
    days = isWeeks ? count * 7 : count
  }

  static var expectation: String? { "a number of days, such as 14d or 2w" }

  var argument: String? { "\(days)d" }
}
