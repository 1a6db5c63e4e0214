import Documents

extension Rule {
  static let publicIdentifierLooksSecret = Rule(
    "FC321", "public-identifier-looks-secret", .error,
    "A public identifier is not a secret",
    rationale: """
      The identifier is shown to everyone, so that records can be told apart. Services hand it \
      out next to the secret, and the two are easily confused.
      """,
    reference: """
      data model, CredentialManager, public_identifier: non-sensitive identifier (client ID)
      """,
    protects: .secret,
    precision: .byForm,
    example: .fields(
      .credentials, at: "public_identifier",
      wrong: #"{ "public_identifier": "https://app:8rT-vW4q@api.example.com" }"#,
      right: #"{ "public_identifier": "app@api.example.com" }"#),
    .eachCredential { credential, report in
      guard let identifier = try credential.publicIdentifier.get(),
        let shape = SecretShape.find(in: identifier), !shape.mayBeIdentifier
      else { return }
      report.add(
        \.publicIdentifier, "public_identifier looks like \(shape.kind)",
        help: "write the name or client id; replace the value at its service if it is real")
    })
}
