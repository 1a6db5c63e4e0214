/// What variables of a category are meant to be: needed for a deployment, and secret.
///
/// Source: data model, "Environment Variable Categories".
public struct VariablePolicy: Hashable, Sendable {
  public let required: Bool
  public let isSecret: Bool

  /// The policy for variables of a category.
  public init(for category: VariableCategory) {
    switch category {
    case .database, .api: (required, isSecret) = (true, true)
    case .featureFlag: (required, isSecret) = (false, false)
    case .system: (required, isSecret) = (true, false)
    }
  }
}
