import Documents

extension Rule {
  static let malformedDate = Rule(
    "FC008", "malformed-date", .error, "A date is a day of the calendar, written YYYY-MM-DD",
    rationale: """
      03/04/2026 is a day in March or one in April, by where its reader lives. Year, month and day \
      in this order have one reading, and sort by themselves.
      """,
    reference: "RFC 3339, section 5.6, full-date",
    protects: .platform,
    example: .fields(
      .resources, at: "effective_date",
      wrong: #"{ "effective_date": "2026-3-4" }"#, right: #"{ "effective_date": "2026-03-04" }"#),
    .reading(.malformedDate))
}
