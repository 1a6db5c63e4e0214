import Documents
import FoundationEssentials

extension Rule {
  static let credentialUnreferenced = Rule(
    "FC315", "credential-unreferenced", .note,
    "A credential is listed in deployment.json, or a variable refers to it",
    rationale: """
      A credential that nothing uses is one that can be revoked: what does not exist cannot leak.
      """,
    reference: """
      data model, Relationships: DeploymentConfiguration references many CredentialManager
      """,
    example: .fields(
      .credentials, at: "id",
      wrong: #"{ "id": "00000000-0000-4000-8000-00000000000b" }"#,
      right: #"{ "id": "00000000-0000-4000-8000-00000000000a" }"#,
      with: [
        .deployment: """
        { "credentials": ["4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11",
                          "00000000-0000-4000-8000-00000000000a"] }
        """
      ]),
    .all(\.credentials, of: .credentials) { credentials, report in
      guard let used = try report.project.referencedCredentials() else { return }
      let index = CredentialIndex(credentials)
      for (entry, credential) in credentials.enumerated() {
        guard case .value(let id?) = credential.id, !used.contains(id),
          (try? index.isSuperseded(credential)) == false
        else { continue }
        report.add(
          \.id, "neither deployment.json nor a variable refers to \(credential.shownName)",
          help: "add its id to 'credentials' in deployment.json, "
            + "or revoke it at the service and remove it",
          entry: entry)
      }
    })
}

extension Project {
  /// The ids that the deployment of any environment lists, and those that variables refer to;
  /// nothing without a deployment.
  fileprivate func referencedCredentials() throws(Unreadable) -> Set<UUID>? {
    guard let deployment = try deployment.get() else { return nil }
    var used: Set<UUID> = []
    for environment in EnvironmentName.allCases {
      used.formUnion(try deployment[environment].credentials.get() ?? [])
    }
    for variable in try variables.get() {
      if case .reference(let id) = try variable.encryptedValue.get() { used.insert(id) }
    }
    return used
  }
}
