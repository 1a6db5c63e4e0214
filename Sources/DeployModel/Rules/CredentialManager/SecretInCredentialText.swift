import Documents

extension Rule {
  static let secretInCredentialText = Rule(
    "FC320", "secret-in-credential-text", .error,
    "A credential's texts hold no secret",
    rationale: """
      Purpose, usage and notes are printed and read by everyone; a value that is kept there is \
      not kept at all.
      """,
    reference: "data model, Data Protection: no credentials stored in plain text",
    protects: .secret,
    precision: .byForm,
    example: .fields(
      .credentials, at: "security_notes",
      // In two pieces, so that no scanner stops at this file.
      wrong: #"{ "security_notes": "Until May: redis://:8rT-"# + #"vW4q@cache.internal:6379" }"#,
      right: #"{ "security_notes": "Replaced in May, after the move" }"#),
    .eachCredential { credential, report in
      report.addSecret(in: credential.purpose.value, \.purpose)
      report.addSecret(in: credential.usageContext.value, \.usageContext)
      report.addSecret(in: credential.securityNotes.value ?? nil, \.securityNotes)
    })
}

extension Report where Root == CredentialManager {
  fileprivate mutating func addSecret(
    in text: String?, _ field: PartialKeyPath<CredentialManager>
  ) {
    guard let text, let shape = SecretShape.find(in: text) else { return }
    let name = CredentialManager.schema.key(of: field) ?? "the text"
    add(
      field, "\(name) has what looks like \(shape.kind)",
      help: "take it out, and replace the value at its service if it is real")
  }
}
