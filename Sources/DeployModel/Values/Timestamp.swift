/// A moment in UTC, exact to the nanosecond, written as RFC 3339 with `Z`.
///
/// Years 0001 to 9999. Offsets `Z` and `+00:00` are read; any other is refused with its UTC form,
/// so that two equal moments are always written alike. A leap second (`23:59:60`) is refused too:
/// the seconds since the epoch have no place for it, and nothing here is timed that finely.
///
/// Source: data model, DeploymentLog, `started_at`; RFC 3339, section 5.6.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds; negative before it.
  public let secondsSinceEpoch: Int64

  /// The part of a second after `secondsSinceEpoch`, 0 to 999 999 999.
  public let nanoseconds: Int32

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Reads a timestamp with up to nine digits after the decimal point.
  public init(_ text: String) throws(MalformedValue) {
    guard let timestamp = Self.parsed(text) else { throw TimestampDiagnosis.of(text) }
    self = timestamp
  }

  /// The moment so many seconds after the epoch; kept within the years 0001 to 9999.
  public init(secondsSinceEpoch: Int64, nanoseconds: Int32 = 0) {
    let range = Self.range
    self.secondsSinceEpoch = min(max(secondsSinceEpoch, range.lowerBound), range.upperBound)
    self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
  }

  /// The first moment of a day in UTC.
  public init(startOf date: CalendarDate) {
    self.init(secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400)
  }

  /// Whole seconds from an earlier moment to this one, rounded down; negative if it is later.
  public func seconds(since earlier: Timestamp) -> Int64 {
    secondsSinceEpoch - earlier.secondsSinceEpoch - (nanoseconds < earlier.nanoseconds ? 1 : 0)
  }

  /// The moment so many seconds later; kept within the years 0001 to 9999.
  public func adding(seconds: Int64) -> Timestamp {
    let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    let far = overflow ? (seconds > 0 ? Int64.max : Int64.min) : sum
    return Timestamp(secondsSinceEpoch: far, nanoseconds: nanoseconds)
  }

  /// The moment of a text, or nil without a diagnosis.
  static func parsed(_ text: String) -> Timestamp? { ASCII.withBytes(of: text, read) }

  /// Reads date, `T`, time, fraction and offset; nil for anything that is not exactly that.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"),
      let date = CalendarDate.read(bytes), let seconds = secondsOfDay(bytes)
    else { return nil }
    var index = 19
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      while index < bytes.count, ASCII.isDigit(bytes[index]) {
        guard index - start < 9 else { return nil }
        fraction = fraction * 10 + Int(bytes[index] &- 0x30)
        index += 1
      }
      guard index > start else { return nil }
      for _ in (index - start)..<9 { fraction *= 10 }
    }
    guard isUTC(bytes, at: index) else { return nil }
    return Timestamp(
      secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + Int64(seconds),
      nanoseconds: Int32(fraction))
  }

  private static func secondsOfDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = ASCII.number(in: bytes, at: 11, count: 2), hour < 24,
      let minute = ASCII.number(in: bytes, at: 14, count: 2), minute < 60,
      let second = ASCII.number(in: bytes, at: 17, count: 2), second < 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  private static func isUTC(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes.count - index {
    case 1: bytes[index] | 0x20 == UInt8(ascii: "z")
    case 6: bytes[index...].elementsEqual("+00:00".utf8)
    default: false
    }
  }
}

extension Timestamp: Comparable {
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.secondsSinceEpoch, left.nanoseconds) < (right.secondsSinceEpoch, right.nanoseconds)
  }
}

extension Timestamp {
  /// The moment as names of files have it, such as `20261123T000000Z`: they sort by it.
  var compactText: String {
    String(
      decoding: description.utf8.filter { byte in
        byte != UInt8(ascii: "-") && byte != UInt8(ascii: ":")
      }, as: UTF8.self)
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment with `T`, `Z` and as many digits of a second as it needs.
  public var description: String {
    let date = CalendarDate(self)
    let time = Int(secondsSinceEpoch - Int64(date.daysSinceEpoch) * 86_400)
    var text: [UInt8] = []
    text.reserveCapacity(30)
    date.append(to: &text)
    text.append(UInt8(ascii: "T"))
    CalendarDate.append(time / 3_600, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    CalendarDate.append(time / 60 % 60, digits: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    CalendarDate.append(time % 60, digits: 2, to: &text)
    if nanoseconds > 0 {
      text.append(UInt8(ascii: "."))
      CalendarDate.append(Int(nanoseconds), digits: 9, to: &text)
      while text.last == UInt8(ascii: "0") { text.removeLast() }
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}
