import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// The clock is moved day by day: a credential is due when it should be, and no rule is ever
/// broken by the dates that flyconf writes.
@Suite struct RotationYearTests {
  struct Kind: CustomTestStringConvertible {
    var category: ServiceCategory
    var environment: EnvironmentName

    var testDescription: String { "\(category) in \(environment)" }
  }

  static let kinds = ServiceCategory.allCases.flatMap { category in
    EnvironmentName.allCases.map { Kind(category: category, environment: $0) }
  }

  /// First and last days of months, of a year, and leap days with their neighbours.
  static let starts = [
    "2026-01-01", "2026-01-31", "2026-02-28", "2027-12-31", "2028-02-28", "2028-02-29",
    "2028-03-01", "2026-10-25",
  ]

  private func created(_ kind: Kind, on day: CalendarDate) -> SealedEntry {
    let policy = RotationPolicy(for: kind.category, in: kind.environment)
    return entry(
      .object([
        "id": "6f1b1a52-1c7e-4e0c-9d0f-3a6b5c4d2e10", "service_name": "acme",
        "service_category": Node(.string(kind.category.rawValue)),
        "environment": Node(.string(kind.environment.rawValue)),
        "access_level": Node(.string(policy.accessLevel.rawValue)),
        "credential_type": "api_key", "encrypted_value": "unset",
        "created_date": Node(.string(day.description)),
        "next_rotation": Node(.string(day.adding(days: policy.days).description)),
        "rotation_priority": Node(.string(policy.priority.rawValue)),
        "purpose": "Charges customers", "usage_context": "Read by the billing worker",
      ]))
  }

  private func entry(_ node: Node) -> SealedEntry { SealedEntry(.credential, index: 0, node) }

  private func rotated(_ entry: SealedEntry, on day: CalendarDate) -> SealedEntry {
    let dates = RotationDates(entry, on: day)
    var node = entry.node
    node.setMember("last_rotated", dates.lastRotated.map { Node(.string($0.description)) })
    node.setMember("next_rotation", Node(.string(dates.next.description)))
    return self.entry(node)
  }

  /// The codes of what rules on dates find on a day, but for the note of a week ahead.
  private func findings(_ entry: SealedEntry, on day: CalendarDate) -> [String] {
    let text = JSONWriter.document(.object(["credentials": Node(.array([entry.node]))]))
    let snapshot = ProjectSnapshot([.credentials: SourceText(name: "credentials.json", text)])
    return snapshot.validate(at: Timestamp(startOf: day)).map(\.rule.code.text)
      .filter { ["FC303", "FC304", "FC305", "FC306", "FC307", "FC309"].contains($0) }
  }

  @Test(arguments: kinds, starts)
  func isDueOnItsDayAndNeverTwice(_ kind: Kind, _ start: String) throws {
    let first = try CalendarDate(start)
    let schedule = RotationPolicy(for: kind.category, in: kind.environment).days
    var entry = created(kind, on: first)
    var last = first
    for offset in 0...800 {
      let today = first.adding(days: offset)
      let value = DueValue(entry, on: today, [])
      let isExpected = last.days(until: today) == schedule
      #expect(value.isDue == isExpected, "\(today)")
      #expect(value.daysLeft == schedule - last.days(until: today), "\(today)")
      guard value.isDue else { continue }
      #expect(findings(entry, on: today) == [], "\(today), before")
      entry = rotated(entry, on: today)
      #expect(!DueValue(entry, on: today, []).isDue, "\(today)")
      #expect(findings(entry, on: today) == [], "\(today), after")
      last = today
    }
    #expect(last > first)
  }

  @Test(arguments: kinds, starts)
  func rotatingOnTheDayOfCreationTwiceADayAndDailyBreaksNoRule(
    _ kind: Kind, _ start: String
  ) throws {
    let first = try CalendarDate(start)
    let schedule = RotationPolicy(for: kind.category, in: kind.environment).days
    var entry = created(kind, on: first)
    for offset in [0, 0, 1, 1, 2, 3, 30, 31, 31, 59, 60] {
      let today = first.adding(days: offset)
      entry = rotated(entry, on: today)
      #expect(findings(entry, on: today) == [], "\(today)")
      #expect((entry.date("last_rotated") == nil) == (offset == 0))
      #expect(DueValue(entry, on: today, []).daysLeft == schedule, "\(today)")
    }
  }

  /// A rotation that is late by any number of days starts the schedule anew.
  @Test(arguments: kinds)
  func aLateRotationCountsFromItsOwnDay(_ kind: Kind) throws {
    let first = try CalendarDate("2027-12-15")
    let schedule = RotationPolicy(for: kind.category, in: kind.environment).days
    for late in [1, 6, 7, 29, 30, 31, 90, 365, 366, 400] {
      let today = first.adding(days: schedule + late)
      let entry = rotated(created(kind, on: first), on: today)
      #expect(entry.date("last_rotated") == today)
      #expect(entry.date("next_rotation") == today.adding(days: schedule))
      #expect(findings(entry, on: today) == [])
    }
  }
}
