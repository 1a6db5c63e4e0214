import Documents

extension Rule {
  static let invalidSyntax = Rule(
    "FC001", "invalid-syntax", .error, "A project file is JSON in UTF-8",
    rationale: """
      A file that is not JSON cannot be read by anyone. The text stops being readable at the \
      place shown; what follows it has not been looked at.
      """,
    reference: "RFC 8259, The JavaScript Object Notation Data Interchange Format",
    protects: .platform,
    example: .wholeFile(
      .variables, at: nil,
      wrong: """
        { "variables": [ ], }
        """,
      right: """
        { "variables": [ ] }
        """),
    .reading(.syntax))
}
