import Documents

/// Says what is wrong with a text that should be a date.
enum DateDiagnosis {
  static func of(_ text: String) -> MalformedValue {
    let expected = "expected a date as YYYY-MM-DD"
    guard !text.isEmpty else { return MalformedValue("the date is empty, \(expected)") }
    if let fault = ASCII.withBytes(of: text, { $0.count == 10 ? numberFault(in: $0) : nil }) {
      return MalformedValue("\(Quoted(text)) is no date: \(fault)")
    }
    return MalformedValue(
      "\(Quoted(text)) is no date, \(expected)", help: proposal(for: text).map { "write '\($0)'" })
  }

  /// The part that lies outside the calendar, where the ten bytes have the form of a date.
  static func numberFault(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = ASCII.number(in: bytes, at: 0, count: 4),
      let month = ASCII.number(in: bytes, at: 5, count: 2),
      let day = ASCII.number(in: bytes, at: 8, count: 2)
    else { return nil }
    if year == 0 { return "there is no year 0000, expected 0001 to 9999" }
    guard 1...12 ~= month else { return "there is no month \(month), expected 01 to 12" }
    let length = CalendarDate.days(inMonth: month, of: year)
    guard 1...length ~= day else {
      return "month \(month) of \(year) has \(length) days, found day \(day)"
    }
    return nil
  }

  /// The date meant by a timestamp, or by numbers without their zeros or with other marks.
  ///
  /// Only forms that begin with a year of four digits have one reading.
  private static func proposal(for text: String) -> CalendarDate? {
    let trimmed = ASCII.trimmed(text)
    if let timestamp = Timestamp.parsed(trimmed) { return CalendarDate(timestamp) }
    let parts = trimmed.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) })
    if parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard trimmed.utf8.count == 8, let number = Int(trimmed), number > 0 else { return nil }
    return CalendarDate(
      year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
