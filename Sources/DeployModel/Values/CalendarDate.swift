/// A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31, written `YYYY-MM-DD`.
///
/// Held as the number of days since 1970-01-01, so that comparing and counting are additions.
///
/// Source: data model, CredentialManager, `created_date`; RFC 3339, section 5.6, `full-date`.
public struct CalendarDate: Hashable, Sendable {
  /// 0001-01-01.
  public static let earliest = CalendarDate(constant: 1, 1, 1)

  /// 9999-12-31.
  public static let latest = CalendarDate(constant: 9999, 12, 31)

  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int

  /// Reads a date of exactly ten characters.
  public init(_ text: String) throws(MalformedValue) {
    guard let date = Self.parsed(text) else { throw DateDiagnosis.of(text) }
    self = date
  }

  /// The day of the given number, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(constant: year, month, day)
  }

  /// The day in UTC on which a moment falls.
  public init(_ timestamp: Timestamp) {
    let (days, rest) = timestamp.secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
    daysSinceEpoch = Int(days) - (rest < 0 ? 1 : 0)
  }

  /// A day known to exist: for constants, and for parts that have been checked.
  init(constant year: Int, _ month: Int, _ day: Int) {
    // Days from civil, http://howardhinnant.github.io/date_algorithms.html: the year begins in
    // March, so that the day that comes and goes is its last. Years below 1 never come here.
    let shifted = month <= 2 ? year - 1 : year
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = shifted / 400 * 146_097 + dayOfEra - 719_468
  }

  private init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The date so many days later, or earlier for a negative number.
  ///
  /// Stops at `earliest` and `latest`.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    let far = overflow ? (days > 0 ? Int.max : Int.min) : sum
    let inside = min(max(far, Self.earliest.daysSinceEpoch), Self.latest.daysSinceEpoch)
    return CalendarDate(daysSinceEpoch: inside)
  }

  /// The days from this date to another: negative where the other is earlier.
  public func days(until other: CalendarDate) -> Int {
    other.daysSinceEpoch - daysSinceEpoch
  }

  /// The year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    // Civil from days, the inverse of the initializer above.
    let shifted = daysSinceEpoch + 719_468
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + shifted / 146_097 * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The date of a text, or nil without a diagnosis.
  static func parsed(_ text: String) -> CalendarDate? {
    ASCII.withBytes(of: text) { $0.count == 10 ? read($0) : nil }
  }

  /// Reads the date written by the first ten bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = ASCII.number(in: bytes, at: 0, count: 4),
      let month = ASCII.number(in: bytes, at: 5, count: 2),
      let day = ASCII.number(in: bytes, at: 8, count: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the ten bytes of the date.
  func append(to text: inout [UInt8]) {
    let (year, month, day) = parts
    Self.append(year, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.append(month, digits: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.append(day, digits: 2, to: &text)
  }

  /// Appends a number in so many decimal digits, zeros in front.
  static func append(_ number: Int, digits count: Int, to text: inout [UInt8]) {
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    var rest = number
    for place in 1...count {
      text[text.count - place] += UInt8(rest % 10)
      rest /= 10
    }
  }
}
