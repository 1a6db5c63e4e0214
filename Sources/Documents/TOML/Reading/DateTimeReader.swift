/// Why a text is not a date or time.
struct DateTimeMistake: Error {
  var message: String
  var help: String

  /// - Parameter what: Such as `the hour`.
  static func range(_ what: String, _ range: String) -> Self {
    Self(message: "\(what) is out of range", help: "\(what) goes from \(range)")
  }

  static let form = Self(
    message: "this is not a date or time of TOML",
    help: "write 2026-05-27T07:32:00Z, 2026-05-27T07:32:00, 2026-05-27 or 07:32:00")
}

/// Reads a date, a time, or both, by RFC 3339 section 5.6 and the calendar.
struct DateTimeReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  /// Reads a text that is nothing else.
  static func read(_ bytes: ArraySlice<UInt8>) throws(DateTimeMistake) -> DateTime {
    var reader = DateTimeReader(bytes: bytes, at: bytes.startIndex)
    let kind = try reader.kind()
    guard reader.at == bytes.endIndex else { throw .form }
    return DateTime(kind, literal: normalized(bytes, kind))
  }

  private mutating func kind() throws(DateTimeMistake) -> DateTime.Kind {
    if bytes.count > 2, bytes[bytes.startIndex + 2] == UInt8(ascii: ":") {
      try time()
      return .localTime
    }
    try date()
    guard at < bytes.endIndex else { return .localDate }
    guard take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(UInt8(ascii: " ")) else {
      throw .form
    }
    try time()
    return try offset() ? .offsetDateTime : .localDateTime
  }

  private mutating func date() throws(DateTimeMistake) {
    let year = try number(4)
    try require(UInt8(ascii: "-"))
    let month = try number(2)
    try require(UInt8(ascii: "-"))
    let day = try number(2)
    guard (1...12).contains(month) else { throw .range("the month", "01 to 12") }
    let last = Self.days(in: month, of: year)
    guard (1...last).contains(day) else { throw .range("the day", "01 to \(last) in that month") }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private mutating func time() throws(DateTimeMistake) {
    let hour = try number(2)
    try require(UInt8(ascii: ":"))
    let minute = try number(2)
    guard hour < 24 else { throw .range("the hour", "00 to 23") }
    guard minute < 60 else { throw .range("the minute", "00 to 59") }
    guard take(UInt8(ascii: ":")) else {
      throw DateTimeMistake(
        message: "the time has no seconds", help: "write them too, as in 07:32:00")
    }
    // A leap second is the 60th (RFC 3339 section 5.7).
    guard try number(2) <= 60 else { throw .range("the second", "00 to 59, or 60 to leap") }
    if take(UInt8(ascii: ".")) { try fraction() }
  }

  private mutating func fraction() throws(DateTimeMistake) {
    let start = at
    while at < bytes.endIndex, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    guard at > start else { throw .form }
  }

  /// Reads how far the time is from UTC, if that is said.
  private mutating func offset() throws(DateTimeMistake) -> Bool {
    guard at < bytes.endIndex else { return false }
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return true }
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) else { throw .form }
    let hour = try number(2)
    try require(UInt8(ascii: ":"))
    let minute = try number(2)
    guard hour < 24, minute < 60 else { throw .range("the offset", "-23:59 to +23:59") }
    return true
  }

  private mutating func number(_ digits: Int) throws(DateTimeMistake) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard at < bytes.endIndex, bytes[at] &- UInt8(ascii: "0") < 10 else { throw .form }
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    return value
  }

  private mutating func require(_ byte: UInt8) throws(DateTimeMistake) {
    guard take(byte) else { throw .form }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.endIndex, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private static func normalized(_ bytes: ArraySlice<UInt8>, _ kind: DateTime.Kind) -> String {
    var bytes = Array(bytes)
    if kind == .offsetDateTime || kind == .localDateTime { bytes[10] = UInt8(ascii: "T") }
    if bytes.last == UInt8(ascii: "z") { bytes[bytes.count - 1] = UInt8(ascii: "Z") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
