import Documents

extension Rule {
  static let credentialTextPlaceholder = Rule(
    "FC314", "credential-text-placeholder", .warning,
    "A credential's purpose and usage say what it is for and who uses it",
    rationale: """
      Whoever rotates a credential in a hurry has to know what will stop working, and knows only \
      what is written here.
      """,
    reference: "data model, CredentialManager, purpose and usage_context",
    precision: .byLikeness,
    example: .fields(
      .credentials, at: "purpose",
      wrong: #"{ "purpose": "TODO: describe" }"#,
      right: #"{ "purpose": "Sends receipts to customers" }"#),
    .eachCredential { credential, report in
      if let purpose = credential.purpose.value {
        report.addPlaceholder(in: purpose, \.purpose, "write what the credential is for")
      }
      if let usage = credential.usageContext.value {
        report.addPlaceholder(in: usage, \.usageContext, "write which program uses it, and how")
      }
    })
}

extension Report where Root == CredentialManager {
  fileprivate mutating func addPlaceholder(
    in text: String, _ field: PartialKeyPath<CredentialManager>, _ help: String
  ) {
    guard let placeholder = PlaceholderText.find(in: text) else { return }
    let fault = text.isBlank ? "is empty" : "has the placeholder \(Quoted(placeholder.text))"
    let name = CredentialManager.schema.key(of: field) ?? "the text"
    add(field, "\(name) \(fault)", help: help)
  }
}
