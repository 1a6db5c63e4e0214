import Documents
import FoundationEssentials

extension Rule {
  static let credentialReferenceDangling = Rule(
    "FC116", "credential-reference-dangling", .error,
    "Every credential that the deployment references exists",
    rationale: """
      A deployment that counts on a credential which is not there starts without it, and fails \
      at the first request that needs it.
      """,
    reference: "data model, Relationships: "
      + "DeploymentConfiguration references many CredentialManager",
    example: .fields(
      .deployment, at: "credentials",
      wrong: #"{ "credentials": ["4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b12"] }"#,
      right: #"{ "credentials": ["4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"] }"#),
    .configuration { deployment, report in
      guard let references = try deployment.credentials.get(), !references.isEmpty
      else { return }
      var missing = Set(references)
      // A record whose id could not be read may be any of them.
      for credential in try report.project.credentials.get() {
        if let id = try credential.id.get() { missing.remove(id) }
      }
      guard !missing.isEmpty else { return }
      for (element, id) in references.enumerated() where missing.remove(id) != nil {
        report.add(
          \.credentials, "no credential has the id '\(UUIDText.write(id))'",
          help: "remove it, or write the id of a record in credentials.json", element: element)
      }
    })
}
