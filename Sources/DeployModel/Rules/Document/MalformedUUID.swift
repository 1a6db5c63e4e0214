import Documents

extension Rule {
  static let malformedUUID = Rule(
    "FC007", "malformed-uuid", .error,
    "An id is a UUID of 8-4-4-4-12 hexadecimal digits",
    rationale: """
      Entities reference each other by their ids. One form for all of them means that equal ids \
      look equal.
      """,
    reference: "RFC 9562, section 4, UUID Format",
    protects: .platform,
    example: .fields(
      .healthChecks, at: "id",
      wrong: #"{ "id": "3e6a1f0b58d24c97b1e40d9c7a2f6b85" }"#,
      right: #"{ "id": "3e6a1f0b-58d2-4c97-b1e4-0d9c7a2f6b85" }"#),
    .reading(.malformedUUID))
}
