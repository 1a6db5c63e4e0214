public import Documents
public import FoundationEssentials

/// One variable that the application reads from its environment, in one environment.
///
/// Source: data model, "EnvironmentVariable".
public struct EnvironmentVariable: Sendable {
  public var id: Readable<UUID?>
  public var key: Readable<String>
  public var encryptedValue: Readable<StoredValue>
  public var environment: Readable<EnvironmentName>
  public var isSecret: Readable<Bool>
  public var category: Readable<VariableCategory>
  public var description: Readable<String>
  public var exampleValue: Readable<String?>
  public var required: Readable<Bool>
  public var createdAt: Readable<Timestamp?>
  public var updatedAt: Readable<Timestamp?>
}

/// What a variable is for.
public enum VariableCategory: String, CaseIterable, Sendable, DocumentValue {
  case database, api
  case featureFlag = "feature_flag"
  case system
}

extension EnvironmentVariable: ProjectEntity {
  package static let schema = Schema(
    "EnvironmentVariable", annotations: .entry,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required(
      "key", \.key, "Environment variable name, in upper case",
      shape: .string(pattern: "^[A-Z][A-Z0-9_]*$")),
    .required("encrypted_value", \.encryptedValue, "Encrypted value"),
    .required("environment", \.environment, "Environment the value belongs to"),
    .defaulted("is_secret", \.isSecret, "Requires secret management", default: true),
    .required("category", \.category, "What the variable is for"),
    .required("description", \.description, "Variable purpose"),
    .optional("example_value", \.exampleValue, "Non-sensitive example"),
    .defaulted("required", \.required, "Required for deployment", default: true),
    .generated("created_at", \.createdAt, "Creation timestamp"),
    .generated("updated_at", \.updatedAt, "Last modification")
  )
}

extension EnvironmentVariable {
  /// How a message calls the variable; what follows a '=' in a key may be its value.
  var shownName: String {
    guard let key = key.value else { return "the variable" }
    return "\(Quoted(String(key.prefix { $0 != "=" })))"
  }

  /// Whether the category is one whose variables are always secret; false where unreadable.
  var isOfSecretCategory: Bool {
    category.value.map { VariablePolicy(for: $0).isSecret } ?? false
  }
}
