extension Rule {
  static let coveredFieldEdited = Rule(
    "FC804", "covered-field-edited", .error,
    "The fields of an entry that the vault guards are as they were signed",
    rationale: """
      Names, dates, categories and access levels decide who may read a value and when it is \
      rotated. Texts for people, such as the purpose, are free to edit.
      """,
    reference: "data model, Security Considerations, Access Control",
    protects: .secret,
    example: .tampering(
      "credentials.json",
      wrong: #"{ "service_name": "stripe", "next_rotation": "2036-12-09" }"#,
      right: #"{ "service_name": "stripe", "next_rotation": "2026-12-09" }"#),
    .vault(.fieldEdited))
}
