/// The values that share data keys: those of one environment, kind, category and access level.
///
/// Written `production/credential/database/admin`. Its keys are wrapped for the members whose
/// grants cover it and for the owners: whoever has no grant has no key.
package struct Compartment: Hashable, Sendable, CustomStringConvertible {
  package var environment: EnvironmentName
  package var kind: EntityKind
  package var category: String
  /// The clearance that the values ask for; a variable's is `read_only`.
  package var accessLevel: AccessLevel

  package var text: String {
    environment.rawValue + "/" + kind.rawValue + "/" + category + "/" + accessLevel.rawValue
  }

  package var description: String { text }

  package init(
    _ environment: EnvironmentName, _ kind: EntityKind, _ category: String,
    _ accessLevel: AccessLevel
  ) {
    self.environment = environment
    self.kind = kind
    self.category = category
    self.accessLevel = accessLevel
  }

  /// Reads the text of exactly one compartment.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let environment = EnvironmentName(rawValue: parts[0]),
      let kind = EntityKind(rawValue: parts[1]), kind.hasCategory(parts[2]),
      let level = AccessLevel(rawValue: parts[3]), kind == .credential || level == .readOnly
    else { return nil }
    self.init(environment, kind, parts[2], level)
  }
}

extension Compartment: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
