import Testing

@testable import DeployModel

struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2025-09-15", 20_346),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ])
  func countsTheDaysSinceTheEpoch(text: String, days: Int) throws {
    #expect(try CalendarDate(text).daysSinceEpoch == days)
  }

  @Test func writesEveryDayOfFourCenturiesAsItReadsIt() throws {
    var date = try CalendarDate("1899-12-31")
    for number in 1...146_097 {
      let next = date.adding(days: 1)
      #expect(next.daysSinceEpoch == date.daysSinceEpoch + 1)
      let parts = next.parts
      let again = CalendarDate(year: parts.year, month: parts.month, day: parts.day)
      guard again == next, next > date else {
        Issue.record("day \(number) after 1899-12-31 comes back as another: \(next)")
        return
      }
      date = next
    }
    #expect(date.description == "2299-12-31")
  }

  @Test(arguments: ["0001-01-01", "0099-10-09", "2024-02-29", "9999-12-31"])
  func writesADateAsItReadsIt(text: String) throws {
    #expect(try CalendarDate(text).description == text)
  }

  @Test(arguments: [
    ("2025-02-29", "month 2 of 2025 has 28 days, found day 29"),
    ("1900-02-29", "month 2 of 1900 has 28 days, found day 29"),
    ("2025-04-31", "month 4 of 2025 has 30 days, found day 31"),
    ("2025-13-01", "there is no month 13, expected 01 to 12"),
    ("2025-00-01", "there is no month 0, expected 01 to 12"),
    ("0000-01-01", "there is no year 0000, expected 0001 to 9999"),
  ])
  func refusesADayThatTheCalendarHasNot(text: String, reason: String) {
    #expect(
      malformation(of: text, as: CalendarDate.init)?.reason == "'\(text)' is no date: \(reason)")
  }

  @Test(arguments: [
    ("2025-9-5", "2025-09-05"), ("2025/09/15", "2025-09-15"), ("20250915", "2025-09-15"),
    ("2025-09-15T23:00:00Z", "2025-09-15"), (" 2025-09-15", "2025-09-15"),
  ])
  func proposesTheDateMeant(text: String, proposal: String) {
    #expect(malformation(of: text, as: CalendarDate.init)?.help == "write '\(proposal)'")
  }

  @Test(arguments: ["", "15.09.2025", "09/15/2025", "2025-09", "tomorrow", "２０２５-09-15"])
  func proposesNothingForADateOfTwoReadings(text: String) {
    let fault = malformation(of: text, as: CalendarDate.init)
    #expect(fault != nil)
    #expect(fault?.help == nil)
  }

  @Test func addsAndCountsDaysAcrossALeapDay() throws {
    let start = try CalendarDate("2024-02-28")
    #expect(start.adding(days: 2).description == "2024-03-01")
    #expect(start.adding(days: -59).description == "2023-12-31")
    #expect(try start.days(until: CalendarDate("2024-03-01")) == 2)
    #expect(try start.days(until: CalendarDate("2024-02-27")) == -1)
  }

  @Test func stopsAtTheEndsOfTheCalendar() {
    #expect(CalendarDate.latest.adding(days: Int.max) == .latest)
    #expect(CalendarDate.earliest.adding(days: Int.min) == .earliest)
    #expect(CalendarDate.earliest.description == "0001-01-01")
    #expect(CalendarDate.latest.description == "9999-12-31")
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", "1970-01-01"), ("1969-12-31T23:59:59.5Z", "1969-12-31"),
    ("2025-09-15T23:59:59Z", "2025-09-15"), ("0001-01-01T00:00:00Z", "0001-01-01"),
  ])
  func isTheDayInUTCOfAMoment(moment: String, day: String) throws {
    #expect(try CalendarDate(Timestamp(moment)).description == day)
  }
}
