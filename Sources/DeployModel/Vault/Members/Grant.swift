import Documents

/// What a member is cleared for: a level, in categories, in environments.
///
/// Written `LEVEL:CATEGORIES:ENVIRONMENTS`, such as `read_only:email,ai:staging`; `*` stands for
/// all of them. A category covers credentials and variables, unless it is written with its kind,
/// such as `credential/database`. The level reveals what has its access level or a lower one, and
/// allows changing it unless it is read_only.
package struct Grant: Hashable, Sendable, CustomStringConvertible {
  package let level: AccessLevel
  /// Categories, possibly with their kind; empty means all.
  package let categories: [String]
  /// Environments; empty means all.
  package let environments: [EnvironmentName]

  package var text: String {
    let categories = categories.isEmpty ? "*" : categories.joined(separator: ",")
    let environments =
      environments.isEmpty ? "*" : environments.map(\.rawValue).joined(separator: ",")
    return "\(level.rawValue):\(categories):\(environments)"
  }

  package var description: String { text }

  package init(_ text: String) throws(MalformedValue) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else {
      throw MalformedValue(
        "\(Quoted(text)) is no grant, expected LEVEL:CATEGORIES:ENVIRONMENTS",
        help: "such as read_only:email:staging, or admin:*:production")
    }
    level = try Self.level(parts[0])
    categories = try Self.list(parts[1], "category", Self.allCategories)
    environments = try Self.list(parts[2], "environment", EnvironmentName.allCases.map(\.rawValue))
      .compactMap(EnvironmentName.init(rawValue:))
  }

  /// The least that reveals, or allows changing, what is sealed in a compartment.
  init(for compartment: Compartment, isChange: Bool) {
    level = isChange ? max(compartment.accessLevel, .readWrite) : compartment.accessLevel
    categories = ["\(compartment.kind.rawValue)/\(compartment.category)"]
    environments = [compartment.environment]
  }

  /// Whether the grant is for the same places as another, and at least of its level.
  func includes(_ other: Grant) -> Bool {
    categories == other.categories && environments == other.environments && level >= other.level
  }

  /// Whether the grant reveals what is sealed in a compartment.
  package func reveals(_ compartment: Compartment) -> Bool {
    compartment.accessLevel <= level && covers(compartment)
  }

  /// Whether the grant allows changing what is sealed in a compartment.
  package func allowsChanging(_ compartment: Compartment) -> Bool {
    level > .readOnly && reveals(compartment)
  }

  private func covers(_ compartment: Compartment) -> Bool {
    let names = [compartment.category, "\(compartment.kind.rawValue)/\(compartment.category)"]
    return (environments.isEmpty || environments.contains(compartment.environment))
      && (categories.isEmpty || names.contains(where: categories.contains))
  }

  // MARK: Reading

  private static func level(_ text: String) throws(MalformedValue) -> AccessLevel {
    if let level = AccessLevel(rawValue: text) { return level }
    let words = AccessLevel.allCases.map(\.rawValue)
    throw MalformedValue(
      "\(Quoted(text)) is no level of a grant, expected \(Spelling.list(words))",
      help: Spelling.nearest(to: text, in: words).map { "write '\($0)'" })
  }

  /// The words of a list in the order of their declaration; nothing for `*`.
  private static func list(
    _ text: String, _ kind: String, _ known: [String]
  ) throws(MalformedValue) -> [String] {
    if text == "*" { return [] }
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words where !known.contains(word) {
      throw MalformedValue(
        "\(Quoted(word)) is no \(kind) of a grant, expected '*' or some of \(Spelling.list(known))",
        help: Spelling.nearest(to: word, in: known).map { "write '\($0)'" })
    }
    return known.filter(words.contains)
  }

  private static let allCategories: [String] = {
    var names: [String] = []
    for kind in EntityKind.allCases {
      for category in kind.categories where !names.contains(category) { names.append(category) }
    }
    return names
      + EntityKind.allCases.flatMap { kind in kind.categories.map { "\(kind.rawValue)/\($0)" } }
  }()
}
