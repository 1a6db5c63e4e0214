import Documents

extension Rule {
  static let serviceNameEmpty = Rule(
    "FC322", "service-name-empty", .error,
    "A credential names its service",
    rationale: "Commands and people know a credential by the service that it opens.",
    reference: "data model, CredentialManager, service_name: REQUIRED",
    example: .fields(
      .credentials, at: "service_name",
      wrong: #"{ "service_name": "" }"#,
      right: #"{ "service_name": "supabase" }"#),
    .eachCredential { credential, report in
      guard try credential.serviceName.get().isBlank else { return }
      report.add(
        \.serviceName, "service_name is empty",
        help: "write the service, such as 'fly', 'supabase' or 'stripe'")
    })
}
