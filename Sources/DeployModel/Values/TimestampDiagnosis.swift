import Documents

/// Says what is wrong with a text that should be a timestamp.
enum TimestampDiagnosis {
  private static let form = "2025-09-15T12:00:00Z"

  static func of(_ text: String) -> MalformedValue {
    guard !text.isEmpty else {
      return MalformedValue("the timestamp is empty", help: "write it as '\(form)'")
    }
    if let fault = ASCII.withBytes(of: text, numberFault) {
      return MalformedValue("\(Quoted(text)) is no timestamp: \(fault.reason)", help: fault.help)
    }
    if let other = otherOffset(in: text) {
      return MalformedValue(
        "the timestamp \(Quoted(text)) has the offset \(Quoted(other.offset)), expected UTC",
        help: "write '\(other.moment)'")
    }
    let proposal = proposal(for: text)
    return MalformedValue(
      "\(Quoted(text)) is no timestamp, expected RFC 3339 in UTC",
      help: proposal.map { "write '\($0)'" } ?? "write it as '\(form)'")
  }

  /// The part out of range, where the text has the form of a timestamp.
  private static func numberFault(in bytes: UnsafeBufferPointer<UInt8>) -> MalformedValue? {
    guard bytes.count >= 19, bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = ASCII.number(in: bytes, at: 11, count: 2),
      let minute = ASCII.number(in: bytes, at: 14, count: 2),
      let second = ASCII.number(in: bytes, at: 17, count: 2)
    else { return nil }
    if let fault = DateDiagnosis.numberFault(in: bytes) { return MalformedValue(fault) }
    guard hour < 24 else { return MalformedValue("there is no hour \(hour), expected 00 to 23") }
    guard minute < 60 else {
      return MalformedValue("there is no minute \(minute), expected 00 to 59")
    }
    guard second < 60 else { return secondFault(second) }
    let fraction = bytes.dropFirst(20).prefix(while: ASCII.isDigit).count
    guard bytes.count > 19, bytes[19] == UInt8(ascii: "."), fraction > 9 else { return nil }
    return MalformedValue("the fraction has \(fraction) digits, at most 9 are kept")
  }

  private static func secondFault(_ second: Int) -> MalformedValue {
    guard second == 60 else {
      return MalformedValue("there is no second \(second), expected 00 to 59")
    }
    return MalformedValue(
      "a leap second cannot be kept, expected a second from 00 to 59",
      help: "write the second before it, 59")
  }

  /// The offset of a timestamp that is right but for not being in UTC, and the moment it means.
  private static func otherOffset(in text: String) -> (offset: String, moment: Timestamp)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 25 else { return nil }
    let zone = Array(bytes.suffix(6))
    guard zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
      zone[3] == UInt8(ascii: ":"),
      let hours = zone.withUnsafeBufferPointer({ ASCII.number(in: $0, at: 1, count: 2) }),
      let minutes = zone.withUnsafeBufferPointer({ ASCII.number(in: $0, at: 4, count: 2) }),
      hours < 24, minutes < 60
    else { return nil }
    let written = String(decoding: bytes.dropLast(6), as: UTF8.self) + "Z"
    guard let local = Timestamp.parsed(written) else { return nil }
    let ahead = Int64(hours * 3_600 + minutes * 60) * (zone[0] == UInt8(ascii: "+") ? 1 : -1)
    return (String(decoding: zone, as: UTF8.self), local.adding(seconds: -ahead))
  }

  /// The moment of a date alone, or of a text with a space for the `T`.
  ///
  /// A time without an offset has no one reading, and is not completed.
  private static func proposal(for text: String) -> String? {
    let trimmed = ASCII.trimmed(text)
    if let date = CalendarDate.parsed(trimmed) { return "\(date)T00:00:00Z" }
    var bytes = Array(trimmed.utf8)
    guard bytes.count >= 20 else { return nil }
    if bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    let corrected = String(decoding: bytes, as: UTF8.self)
    if let timestamp = Timestamp.parsed(corrected) { return timestamp.description }
    return otherOffset(in: corrected)?.moment.description
  }
}
