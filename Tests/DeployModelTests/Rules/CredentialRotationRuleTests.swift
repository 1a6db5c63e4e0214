import Testing

@testable import DeployModel

/// FC303 to FC309 and FC319: when credentials are rotated. Today is 2026-11-23.
struct CredentialRotationRuleTests {
  /// A credential of a category and priority, with its dates.
  private func credential(
    _ priority: String, _ category: String, created: String = "2025-01-01",
    rotated: String?, next: String
  ) -> String {
    """
    { "rotation_priority": "\(priority)", "service_category": "\(category)",
      "created_date": "\(created)", "next_rotation": "\(next)",
      "last_rotated": \(rotated.map { "\"\($0)\"" } ?? "null") }
    """
  }

  private func sample(
    _ priority: String, _ category: String, created: String = "2025-01-01",
    rotated: String?, next: String
  ) throws -> EntrySample {
    try EntrySample(credentials: [
      credential(priority, category, created: created, rotated: rotated, next: next)
    ])
  }

  // MARK: Data model: Rotation dates must be logical (created < last_rotated < next_rotation)

  @Test(arguments: [
    ("2026-11-10", "2026-11-10", "2026-12-09", ["last_rotated"]),
    ("2026-11-11", "2026-11-10", "2026-12-09", ["last_rotated"]),
    ("2026-11-09", "2026-11-10", "2026-11-10", ["next_rotation"]),
    ("2026-11-09", "2026-11-10", "2026-11-09", ["next_rotation"]),
    ("2026-11-11", "2026-11-10", "2026-11-10", ["last_rotated", "next_rotation"]),
    ("2026-11-10", nil, "2026-11-10", ["next_rotation"]),
    ("2026-11-10", nil, "2026-11-09", ["next_rotation"]),
    ("2026-11-24", nil, "2026-11-24", ["next_rotation"]),
  ])
  func rotationDatesMustBeLogical(
    created: String, rotated: String?, next: String, fields: [String]
  ) throws {
    let sample = try sample("high", "payment", created: created, rotated: rotated, next: next)
    #expect(Set(sample.pointers(of: "FC303")) == Set(fields.map { "/credentials/0/\($0)" }))
    #expect(sample.codes == fields.map { _ in "FC303" })
  }

  @Test(arguments: [
    ("2026-11-09", "2026-11-10", "2026-12-09"), ("2026-11-20", nil, "2026-12-09"),
  ])
  func acceptsDatesInTheirOrder(created: String, rotated: String?, next: String) throws {
    #expect(
      try sample("high", "payment", created: created, rotated: rotated, next: next).codes == [])
  }

  @Test func saysWhichDatesAreOutOfOrder() throws {
    let findings = try sample(
      "medium", "email", created: "2026-11-10", rotated: "2026-11-10", next: "2026-11-10"
    ).findings(of: "FC303")
    #expect(
      findings.map(\.message) == [
        "last_rotated 2026-11-10 is not after created_date 2026-11-10",
        "next_rotation 2026-11-10 is not after last_rotated 2026-11-10",
      ])
    #expect(
      findings.map(\.help) == [
        "leave it out until the value has been replaced after the day of its creation",
        "write a day from 2026-11-11 to 2027-02-08",
      ])
    #expect(findings.allSatisfy { $0.rule.severity == .error })
    let unrotated = try EntrySample(credentials: [
      """
      { "created_date": "2026-11-10", "last_rotated": null, "next_rotation": "2026-11-01",
        "rotation_priority": 7 }
      """
    ]).finding(of: "FC303")
    #expect(unrotated.message == "next_rotation 2026-11-01 is not after created_date 2026-11-10")
    #expect(unrotated.help == "write a day from 2026-11-11 on")
  }

  // MARK: Data model: High priority credentials must have rotation schedule ≤ 30 days

  @Test(arguments: [("2026-12-10", false), ("2026-12-11", true)], [nil, "2026-11-10"])
  func refusesASchedulePast30DaysForHighPriority(
    _ next: (day: String, isTooLate: Bool), rotated: String?
  ) throws {
    let created = rotated == nil ? "2026-11-10" : "2025-01-01"
    let sample = try sample(
      "high", "payment", created: created, rotated: rotated, next: next.day)
    #expect(sample.codes == (next.isTooLate ? ["FC304"] : []))
    guard next.isTooLate else { return }
    let finding = try sample.finding(of: "FC304")
    #expect(
      finding.message == "the schedule of 31 days is longer than the 30 days of priority 'high'")
    #expect(finding.help == "write 2026-12-10 or an earlier day")
    #expect(finding.pointer == "/credentials/0/next_rotation")
    #expect(finding.rule.severity == .error)
  }

  @Test(arguments: [
    ("medium", "email", "production", "2027-02-08", false),
    ("medium", "email", "production", "2027-02-09", true),
    ("low", "payment", "development", "2027-11-10", false),
    ("low", "payment", "development", "2027-11-11", true),
  ])
  func warnsOfASchedulePast90Or365Days(
    priority: String, category: String, environment: String, next: String, isTooLong: Bool
  ) throws {
    let sample = try EntrySample(credentials: [
      """
      { "rotation_priority": "\(priority)", "service_category": "\(category)",
        "environment": "\(environment)", "access_level": "admin",
        "last_rotated": "2026-11-10", "next_rotation": "\(next)" }
      """
    ])
    #expect(sample.codes == (isTooLong ? ["FC305"] : []))
    #expect(sample.findings.allSatisfy { $0.rule.severity == .warning })
  }

  @Test func aSupersededRecordKeepsItsSchedule() throws {
    let sample = try EntrySample(credentials: [
      #"{ "next_rotation": "2026-12-20" }"#, #"{ "previous": "\#(EntrySample.id(0))" }"#,
    ])
    #expect(sample.pointers(of: "FC304") == ["/credentials/0/next_rotation"])
  }

  // MARK: Data model: next_rotation, "Scheduled rotation date"

  @Test(arguments: [
    ("high", "payment", "2026-10-30", "2026-11-22", "FC306", "1 day"),
    ("high", "payment", "2026-10-20", "2026-11-19", "FC306", "4 days"),
    ("medium", "email", "2026-10-20", "2026-11-19", "FC307", "4 days"),
  ])
  func findsARotationThatIsOverdue(
    priority: String, category: String, rotated: String, next: String, code: String, late: String
  ) throws {
    let sample = try sample(priority, category, rotated: rotated, next: next)
    #expect(sample.codes == [code])
    let finding = try sample.finding(of: Rule.Code(code))
    #expect(finding.message == "'stripe' was to be rotated on \(next), \(late) ago")
    #expect(
      finding.help
        == "`flyconf secrets rotate` walks you through what is due")
    #expect(finding.rule.severity == (priority == "high" ? .error : .warning))
  }

  @Test(arguments: [
    ("2026-11-23", "today"), ("2026-11-24", "tomorrow"), ("2026-11-25", "in 2 days, on 2026-11-25"),
    ("2026-11-30", "in 7 days, on 2026-11-30"), ("2026-12-01", nil),
  ])
  func notesARotationThatIsDueWithinAWeek(next: String, when: String?) throws {
    let sample = try sample("high", "payment", rotated: "2026-11-10", next: next)
    #expect(sample.codes == (when == nil ? [] : ["FC308"]))
    guard let when else { return }
    let finding = try sample.finding(of: "FC308")
    #expect(finding.message == "'stripe' is to be rotated \(when)")
    #expect(
      finding.help == "plan the rotation; `flyconf secrets rotate` makes it and writes the dates")
    #expect(finding.rule.severity == .note)
  }

  @Test(arguments: ["2026-11-19", "2026-11-25"])
  func aSupersededRecordIsNeverDue(next: String) throws {
    for priority in ["high", "medium"] {
      let old = credential(
        priority, priority == "high" ? "payment" : "email", rotated: "2026-11-01", next: next)
      let sample = try EntrySample(credentials: [
        old, #"{ "previous": "\#(EntrySample.id(0))" }"#,
      ])
      #expect(sample.codes == [])
    }
  }

  @Test(arguments: [
    #"{ "next_rotation": 7 }"#, #"{ "last_rotated": 7, "next_rotation": "2026-11-01" }"#,
    #"{ "rotation_priority": 7, "next_rotation": "2027-11-01" }"#,
    #"{ "id": 7, "next_rotation": "2026-11-19" }"#,
  ])
  func isSilentWhereAFieldIsUnreadable(patch: String) throws {
    #expect(try EntrySample(credentials: [patch]).codes == [])
  }

  @Test func isSilentAboutDueDatesWhereTheHistoryCannotBeRead() throws {
    let sample = try EntrySample(credentials: [
      #"{ "next_rotation": "2026-11-19" }"#, #"{ "service_name": "a", "previous": 7 }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test(arguments: [
    ("2026-11-23", false), ("2026-11-24", false), ("2026-11-25", true),
  ])
  func aCredentialWasNotRotatedInTheFuture(rotated: String, isFound: Bool) throws {
    let sample = try sample("high", "payment", rotated: rotated, next: "2026-12-20")
    #expect(sample.codes == (isFound ? ["FC319"] : []))
    guard isFound else { return }
    let finding = try sample.finding(of: "FC319")
    #expect(finding.message == "last_rotated 2026-11-25 is in the future")
    #expect(
      finding.help == "write the day on which the value was replaced, 2026-11-23 at the latest")
    #expect(finding.rule.severity == .warning)
  }

  @Test func aCredentialWasNotCreatedInTheFuture() throws {
    let sample = try sample(
      "high", "payment", created: "2026-12-01", rotated: nil, next: "2026-12-20")
    #expect(sample.pointers(of: "FC319") == ["/credentials/0/created_date"])
  }

  // MARK: Data model: Credential Categories and Rotation Schedules: Rotation Priority

  @Test(arguments: [
    ("database", "medium", "high", 30), ("payment", "low", "high", 30),
    ("hosting", "low", "medium", 90), ("ai", "low", "medium", 90), ("email", "low", "medium", 90),
  ])
  func aPriorityIsAtLeastThatOfTheCategory(
    category: String, priority: String, least: String, days: Int
  ) throws {
    let patch = """
      { "service_category": "\(category)", "rotation_priority": "\(priority)",
        "access_level": "admin" }
      """
    let sample = try EntrySample(credentials: [patch])
    let finding = try sample.finding(of: "FC309")
    #expect(
      finding.message == "priority '\(priority)' is weaker than '\(least)', "
        + "which the category '\(category)' calls for")
    #expect(finding.help == "write '\(least)' and rotate at least every \(days) days")
    #expect(finding.pointer == "/credentials/0/rotation_priority")
    #expect(finding.rule.severity == .warning)
    #expect(sample.codes == ["FC309"])
  }

  @Test(arguments: ServiceCategory.allCases)
  func everyCategoryIsOfLowPriorityInDevelopment(category: ServiceCategory) throws {
    let sample = try EntrySample(credentials: [
      """
      { "service_category": "\(category.rawValue)", "rotation_priority": "low",
        "environment": "development", "access_level": "read_write" }
      """
    ])
    #expect(sample.codes == [])
  }

  @Test func aPriorityMayBeHigherThanTheCategorys() throws {
    #expect(try EntrySample(credentials: [#"{ "service_category": "email" }"#]).codes == [])
  }
}
