import Documents
import FoundationEssentials

extension Rule {
  static let credentialReferenceRepeated = Rule(
    "FC119", "credential-reference-repeated", .warning,
    "The deployment references each credential once",
    rationale: """
      The second reference adds nothing, and most likely stands where another credential was \
      meant.
      """,
    reference: "data model, Relationships: "
      + "DeploymentConfiguration references many CredentialManager",
    example: .fields(
      .deployment, at: "credentials",
      wrong: """
        {
          "credentials": [
            "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11", "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"
          ]
        }
        """,
      right: #"{ "credentials": ["4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"] }"#),
    .configuration { deployment, report in
      var seen: Set<UUID> = []
      for (element, id) in (try deployment.credentials.get() ?? []).enumerated()
      where !seen.insert(id).inserted {
        report.add(
          \.credentials, "the credential '\(UUIDText.write(id))' is referenced twice",
          help: "remove it, or write the id that was meant", element: element)
      }
    })
}
