import Documents
import FoundationEssentials

extension Rule {
  package static let requiredVariableWithoutValue = Rule(
    "FC839", "required-variable-without-value", .error,
    "Every variable that a deployment needs has its value",
    rationale: """
      While a project is written, 'unset' keeps the place of a value that is still to come. What \
      is deployed without it fails when the application looks for it.
      """,
    reference: """
      data model, Validation Rules, EnvironmentVariable: required variables must have non-empty \
      values
      """,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "required": true, "encrypted_value": "unset" }"#,
      right: #"{ "required": true, "encrypted_value": "plain:fra" }"#),
    .gate(.together(.eachVariable(reportUnset), .eachReference(reportReference))))

  private static func reportUnset(
    _ variable: EnvironmentVariable, _ report: inout Report<EnvironmentVariable>
  ) throws {
    guard case .unset = try variable.encryptedValue.get(), try variable.required.get()
    else { return }
    report.add(
      \.encryptedValue, "\(variable.shownName), which is required, has no value yet",
      help: "give it one with `flyconf env set`, or set 'required' to false")
  }

  private static func reportReference(
    _ variable: EnvironmentVariable, _ id: UUID, _ credentials: CredentialIndex,
    _ report: inout Report<EnvironmentVariable>
  ) throws {
    guard try variable.required.get(), let credential = try credentials[id],
      case .unset = try credential.encryptedValue.get()
    else { return }
    report.add(
      \.encryptedValue,
      "\(variable.shownName), which is required, takes its value from \(credential.shownName), "
        + "which has none yet",
      help: "give the credential one with `flyconf secrets set`")
  }
}
