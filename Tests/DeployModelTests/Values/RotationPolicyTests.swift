import Testing

@testable import DeployModel

/// Data model: "Credential Categories and Rotation Schedules", "Environment Variable Categories".
struct RotationPolicyTests {
  @Test(
    arguments: [
      (.database, .high, 30, .admin), (.payment, .high, 30, .readOnly),
      (.ai, .medium, 90, .readOnly), (.hosting, .medium, 90, .admin),
      (.email, .medium, 90, .readOnly),
    ] as [(ServiceCategory, RotationPriority, Int, AccessLevel)])
  func hasTheTableOfTheDataModel(
    category: ServiceCategory, priority: RotationPriority, days: Int, level: AccessLevel
  ) {
    for environment in [EnvironmentName.production, .staging] {
      let policy = RotationPolicy(for: category, in: environment)
      #expect(policy.priority == priority)
      #expect(policy.days == days)
      #expect(policy.accessLevel == level)
    }
  }

  @Test(arguments: ServiceCategory.allCases)
  func takesDevelopmentForItsOwnCategory(category: ServiceCategory) {
    let policy = RotationPolicy(for: category, in: .development)
    #expect(policy.priority == .low)
    #expect(policy.days == 365)
    #expect(policy.accessLevel == .readWrite)
  }

  @Test(
    arguments: [
      (.database, true, true), (.api, true, true), (.featureFlag, false, false),
      (.system, true, false),
    ] as [(VariableCategory, Bool, Bool)])
  func knowsWhatVariablesOfACategoryAre(
    category: VariableCategory, required: Bool, isSecret: Bool
  ) {
    let policy = VariablePolicy(for: category)
    #expect(policy.required == required)
    #expect(policy.isSecret == isSecret)
  }

  @Test func ordersAccessLevelsByClearance() {
    #expect(AccessLevel.allCases.sorted() == [.readOnly, .readWrite, .admin])
  }
}
