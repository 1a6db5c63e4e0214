import Documents

/// In which environments each key stands, as far as keys and environments could be read.
struct EnvironmentCoverage {
  private struct Environments: OptionSet {
    let rawValue: UInt8
    static let all = Environments(rawValue: 0b111)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ name: EnvironmentName) {
      rawValue =
        switch name {
        case .production: 0b001
        case .staging: 0b010
        case .development: 0b100
        }
    }
  }

  private var present: [String: Environments]
  /// The environments for which the project has variables at all.
  private var used: Environments = []
  /// Environments in which a variable has a key that could not be read: it may be any.
  private var uncertain: Environments = []

  init(_ variables: [EnvironmentVariable]) {
    present = Dictionary(minimumCapacity: variables.count)
    for variable in variables {
      let place = variable.environment.value.map(Environments.init)
      if let place { used.formUnion(place) }
      guard let key = variable.key.value else {
        uncertain.formUnion(place ?? .all)
        continue
      }
      present[key, default: []].formUnion(place ?? .all)
    }
  }

  /// True where more than one environment has variables, so that one can lack what another has.
  var spansEnvironments: Bool { used.rawValue.nonzeroBitCount > 1 }

  /// The environments that have variables and lack this one; each is named only once for a key.
  mutating func takeMissing(of variable: EnvironmentVariable) -> [EnvironmentName] {
    guard let key = variable.key.value, let there = present[key] else { return [] }
    let missing = used.subtracting(there).subtracting(uncertain)
    guard !missing.isEmpty else { return [] }
    present[key] = there.union(missing)
    return EnvironmentName.allCases.filter { missing.contains(Environments($0)) }
  }
}
