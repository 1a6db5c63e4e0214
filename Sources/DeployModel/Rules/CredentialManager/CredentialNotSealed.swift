import Documents

extension Rule {
  static let credentialNotSealed = Rule(
    "FC301", "credential-not-sealed", .error,
    "A credential's value is sealed, or unset",
    rationale: """
      What stands readable in a project file is readable in git, in every clone and in every \
      backup, for as long as any of them is kept.
      """,
    reference: """
      data model, Validation Rules, CredentialManager: encrypted values must be non-empty; Data \
      Protection: no credentials stored in plain text
      """,
    protects: .secret,
    example: .fields(
      .credentials, at: "encrypted_value",
      wrong: #"{ "encrypted_value": "plain:hunter2" }"#,
      right: """
        { "encrypted_value": "\(RuleExample.sealedValue)" }
        """),
    .eachCredential { credential, report in
      let value = try credential.encryptedValue.get()
      let expected = "expected 'fc1.…' or 'unset'"
      switch value {
      case .plain:
        report.add(
          \.encryptedValue,
          "the value of \(credential.shownName) stands as plain text, \(expected)",
          help: StoredValue.helpForPlainSecret(in: .credential))
      case .reference:
        report.add(
          \.encryptedValue,
          "the value of \(credential.shownName) refers to a credential, \(expected)",
          help: "only a variable can take its value from a credential: write 'unset' here")
      case .unrecognized:
        guard let fault = value.fault(expecting: "'fc1.…' or 'unset'", in: .credential) else {
          return
        }
        report.add(\.encryptedValue, fault.reason, help: fault.help)
      case .sealed, .unset, .destroyed: break
      }
    })
}

extension RuleExample {
  /// A sealed value that has the right form; there is nothing in it.
  static let sealedValue =
    "fc1.aaaaaaaaaaaaaaaaaaaa.1." + String(repeating: "A", count: SealedText.minimumPayload / 3 * 4)
}
