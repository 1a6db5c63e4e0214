/// How a credential of a category is meant to be rotated, and who may reveal it.
///
/// Source: data model, "Credential Categories and Rotation Schedules". The row "Development" is
/// about the environment, whatever the category; the access level "Production" means read_only.
public struct RotationPolicy: Hashable, Sendable {
  /// The least urgent priority that the category allows.
  public let priority: RotationPriority
  /// The lowest clearance that may reveal the value.
  public let accessLevel: AccessLevel

  /// The days from one rotation to the next.
  public var days: Int { priority.longestSchedule }

  private init(_ priority: RotationPriority, _ accessLevel: AccessLevel) {
    self.priority = priority
    self.accessLevel = accessLevel
  }

  /// The policy for credentials of a category in an environment.
  public init(for category: ServiceCategory, in environment: EnvironmentName) {
    self = environment == .development ? Self.development : Self.of(category)
  }

  private static let development = RotationPolicy(.low, .readWrite)

  private static func of(_ category: ServiceCategory) -> RotationPolicy {
    switch category {
    case .database: RotationPolicy(.high, .admin)
    case .payment: RotationPolicy(.high, .readOnly)
    case .ai: RotationPolicy(.medium, .readOnly)
    case .hosting: RotationPolicy(.medium, .admin)
    case .email: RotationPolicy(.medium, .readOnly)
    }
  }
}
