/// A value for each of the three environments.
public struct PerEnvironment<Value: Sendable>: Sendable {
  public var production: Value
  public var staging: Value
  public var development: Value

  public init(production: Value, staging: Value, development: Value) {
    self.production = production
    self.staging = staging
    self.development = development
  }

  public subscript(environment: EnvironmentName) -> Value {
    switch environment {
    case .production: production
    case .staging: staging
    case .development: development
    }
  }
}
