import Documents

extension Rule {
  static let previousOfAnotherCredential = Rule(
    "FC317", "previous-of-another-credential", .error,
    "A record supersedes one of the same service, environment and type",
    rationale: """
      A record that another names as its previous one is no longer watched. Named by mistake, a \
      credential that is in use would never fall due.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "previous",
      wrong: """
        [{ "id": "00000000-0000-4000-8000-000000000000", "service_name": "mailgun" },
         { "service_name": "sentry", "previous": "00000000-0000-4000-8000-000000000000" }]
        """,
      right: """
        [{ "id": "00000000-0000-4000-8000-000000000000", "service_name": "sentry" },
         { "service_name": "sentry", "previous": "00000000-0000-4000-8000-000000000000" }]
        """),
    .eachSuccessor { credential, previous, report in
      guard let own = CredentialPlace(credential), let earlier = CredentialPlace(previous),
        own != earlier
      else { return }
      report.add(
        \.previous,
        "the previous record is of another credential (\(earlier)), expected \(own)",
        help: "name a record of the same service, environment and type, or remove 'previous'")
    })
}
