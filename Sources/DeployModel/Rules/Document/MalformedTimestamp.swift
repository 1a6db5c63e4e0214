import Documents

extension Rule {
  static let malformedTimestamp = Rule(
    "FC009", "malformed-timestamp", .error, "A timestamp is a moment in UTC, as in RFC 3339",
    rationale: """
      A time without an offset is another moment in every time zone. In UTC, equal moments are \
      written alike and the order of texts is the order of time.
      """,
    reference: "RFC 3339, section 5.6, date-time",
    protects: .platform,
    example: .fields(
      .certificate, at: "issued_at",
      wrong: #"{ "issued_at": "2026-10-20 08:30" }"#,
      right: #"{ "issued_at": "2026-10-20T08:30:00Z" }"#),
    .reading(.malformedTimestamp))
}
