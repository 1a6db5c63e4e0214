import Documents

extension Rule {
  static let duplicateCredential = Rule(
    "FC310", "duplicate-credential", .error,
    "A service has one current credential of a type in an environment",
    rationale: """
      Of two records for the same credential one is rotated and the other forgotten. An earlier \
      value belongs to the history: a record that 'previous' names.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "service_name",
      wrong: #"[{ "service_name": "mailgun" }, { "service_name": "mailgun" }]"#,
      right: """
        [{ "service_name": "mailgun", "credential_type": "api_key" },
         { "service_name": "mailgun", "credential_type": "token" }]
        """),
    .all(\.credentials, of: .credentials) { credentials, report in
      let index = CredentialIndex(credentials)
      var seen: Set<CredentialPlace> = []
      for (entry, credential) in credentials.enumerated() {
        guard let place = CredentialPlace(credential),
          (try? index.isSuperseded(credential)) == false, !seen.insert(place).inserted
        else { continue }
        report.add(
          \.serviceName,
          "\(credential.shownName) has another current credential of the type "
            + "'\(place.type.rawValue)' for \(place.environment)",
          help: "let 'previous' of the newer record name the id of the older one, or remove one",
          entry: entry)
      }
    })
}
