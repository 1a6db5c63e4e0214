import Testing

@testable import DeployModel

struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0), ("2025-09-15T12:34:56Z", 1_757_939_696, 0),
      ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
      ("2025-09-15T12:34:56.000000001z", 1_757_939_696, 1),
      ("2025-09-15t12:34:56+00:00", 1_757_939_696, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
      ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
    ] as [(String, Int64, Int32)])
  func readsAMomentInUTC(text: String, seconds: Int64, nanoseconds: Int32) throws {
    let timestamp = try Timestamp(text)
    #expect(timestamp.secondsSinceEpoch == seconds)
    #expect(timestamp.nanoseconds == nanoseconds)
  }

  @Test(arguments: [
    ("2025-09-15T12:34:56Z", "2025-09-15T12:34:56Z"),
    ("2025-09-15t12:34:56.120+00:00", "2025-09-15T12:34:56.12Z"),
    ("1969-12-31T23:59:59.000000001Z", "1969-12-31T23:59:59.000000001Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
  ])
  func writesTheCanonicalForm(text: String, canonical: String) throws {
    #expect(try Timestamp(text).description == canonical)
  }

  @Test(arguments: [
    ("2025-09-15T14:30:00+02:00", "+02:00", "2025-09-15T12:30:00Z"),
    ("2025-12-31T20:00:00.5-05:30", "-05:30", "2026-01-01T01:30:00.5Z"),
    ("2025-09-15T12:00:00-00:00", "-00:00", "2025-09-15T12:00:00Z"),
  ])
  func answersAnotherOffsetWithTheFormInUTC(text: String, offset: String, moment: String) {
    #expect(
      malformation(of: text, as: Timestamp.init)
        == MalformedValue(
          "the timestamp '\(text)' has the offset '\(offset)', expected UTC",
          help: "write '\(moment)'"))
  }

  @Test(arguments: [
    ("2025-09-15T24:00:00Z", "there is no hour 24, expected 00 to 23"),
    ("2025-09-15T12:60:00Z", "there is no minute 60, expected 00 to 59"),
    ("2025-09-15T12:00:61Z", "there is no second 61, expected 00 to 59"),
    ("2025-02-30T12:00:00Z", "month 2 of 2025 has 28 days, found day 30"),
    ("2016-12-31T23:59:60Z", "a leap second cannot be kept, expected a second from 00 to 59"),
    ("2025-09-15T12:00:00.0123456789Z", "the fraction has 10 digits, at most 9 are kept"),
  ])
  func namesThePartThatIsOutOfRange(text: String, reason: String) {
    #expect(
      malformation(of: text, as: Timestamp.init)?.reason == "'\(text)' is no timestamp: \(reason)")
  }

  @Test(arguments: [
    ("2025-09-15 12:00:00Z", "write '2025-09-15T12:00:00Z'"),
    ("2025-09-15 14:00:00+02:00", "write '2025-09-15T12:00:00Z'"),
    ("2025-09-15", "write '2025-09-15T00:00:00Z'"),
    (" 2025-09-15T12:00:00Z\n", "write '2025-09-15T12:00:00Z'"),
    ("2025-09-15T12:00:00", "write it as '2025-09-15T12:00:00Z'"),
    ("2025-09-15T12:00:00.Z", "write it as '2025-09-15T12:00:00Z'"),
    ("1757939696", "write it as '2025-09-15T12:00:00Z'"),
    ("", "write it as '2025-09-15T12:00:00Z'"),
  ])
  func helpsWithWhatIsNoTimestamp(text: String, help: String) {
    #expect(malformation(of: text, as: Timestamp.init)?.help == help)
  }

  @Test func comparesToTheNanosecond() throws {
    #expect(try Timestamp("2025-09-15T12:00:00.1Z") < Timestamp("2025-09-15T12:00:00.11Z"))
    #expect(try Timestamp("2025-09-15T12:00:00.9Z") < Timestamp("2025-09-15T12:00:01Z"))
    #expect(try Timestamp("2025-09-15T12:00:00.10Z") == Timestamp("2025-09-15T12:00:00.1Z"))
  }

  @Test func countsWholeSecondsBetweenTwoMoments() throws {
    let start = try Timestamp("2025-09-15T12:00:00.5Z")
    #expect(try Timestamp("2025-09-15T12:01:00.5Z").seconds(since: start) == 60)
    #expect(try Timestamp("2025-09-15T12:01:00.4Z").seconds(since: start) == 59)
    #expect(try Timestamp("2025-09-15T11:59:59.5Z").seconds(since: start) == -1)
  }

  @Test func staysWithinTheYearsItCanWrite() {
    #expect(Timestamp(secondsSinceEpoch: Int64.max).description == "9999-12-31T23:59:59Z")
    #expect(Timestamp(secondsSinceEpoch: Int64.min).description == "0001-01-01T00:00:00Z")
    let late = Timestamp(startOf: .latest).adding(seconds: Int64.max)
    #expect(late.description == "9999-12-31T23:59:59Z")
  }
}
