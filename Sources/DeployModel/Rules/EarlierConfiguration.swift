import Documents

/// An environment and its configuration.
struct EarlierConfiguration {
  var environment: EnvironmentName
  var deployment: DeploymentConfiguration
}

extension Report<DeploymentConfiguration> {
  /// The configurations of the environments before the one under the check; none where nothing
  /// sets that one apart from production, and it is most likely not in use.
  func earlierConfigurations(
    before deployment: DeploymentConfiguration
  ) throws -> [EarlierConfiguration] {
    guard environment != .production, let all = try project.deployment.get() else { return [] }
    let schema = DeploymentConfiguration.schema
    let isApart = !schema.node(of: deployment).isEqual(to: schema.node(of: all.production))
    guard isApart else { return [] }
    return EnvironmentName.allCases.prefix { $0 != environment }.map {
      EarlierConfiguration(environment: $0, deployment: all[$0])
    }
  }
}
