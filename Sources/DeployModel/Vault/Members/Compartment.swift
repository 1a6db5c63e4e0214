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
    var rest = text[...]
    let environment = rest.takePart()
    let kind = rest.takePart()
    let category = rest.takePart()
    guard let environment = environment.flatMap(EnvironmentName.init(rawValue:)),
      let kind = kind.flatMap(EntityKind.init(rawValue:)), let category, kind.hasCategory(category),
      let level = AccessLevel(rawValue: String(rest)), kind == .credential || level == .readOnly
    else { return nil }
    self.init(environment, kind, category, level)
  }
}

extension Compartment: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Substring {
  /// Takes off what stands before the next slash, and the slash; nothing where there is none.
  fileprivate mutating func takePart() -> String? {
    guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    defer { self = self[index(after: slash)...] }
    return String(self[..<slash])
  }
}
