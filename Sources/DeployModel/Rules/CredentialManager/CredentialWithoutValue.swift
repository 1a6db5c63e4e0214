import Documents

extension Rule {
  static let credentialWithoutValue = Rule(
    "FC302", "credential-without-value", .warning,
    "Every credential that is in use has its value",
    rationale: """
      'unset' keeps the place of a value that is still to come: what refers to the credential \
      cannot be deployed before.
      """,
    reference: "data model, Data Migration, From Template to Production",
    example: .fields(
      .credentials, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "unset" }"#,
      right: """
        { "encrypted_value": "\(RuleExample.sealedValue)" }
        """),
    .eachCurrentCredential { credential, report in
      guard case .unset = try credential.encryptedValue.get() else { return }
      report.add(
        \.encryptedValue, "\(credential.shownName) has no value yet",
        help: "give it one with `flyconf secrets set` before deploying what needs it")
    })
}
