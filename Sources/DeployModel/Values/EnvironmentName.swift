import Documents

/// One of the three environments an application is deployed to.
///
/// The order is production, staging, development: the order of lists and of written files.
///
/// Source: data model, EnvironmentVariable, `environment`.
public enum EnvironmentName: String, CaseIterable, Hashable, Sendable {
  case production
  case staging
  case development

  /// Reads a name; upper case and the usual short forms are answered with the right word.
  public init(_ text: String) throws(MalformedValue) {
    guard let name = EnvironmentName(rawValue: text) else { throw Self.diagnosis(of: text) }
    self = name
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let known = "expected production, staging or development"
    let word = ASCII.trimmed(text).lowercased()
    let meant = named(word)
    return MalformedValue(
      "unknown environment \(Quoted(text)), \(known)",
      help: meant.map { "write '\($0.rawValue)'" })
  }

  /// The environment that a name or a usual short form means, such as `dev`.
  package static func named(_ word: String) -> EnvironmentName? {
    allCases.first { $0.rawValue == word || $0.shortForms.contains(word) }
  }

  /// Its name, and the usual short forms of it.
  package var names: [String] { [rawValue] + shortForms }

  private var shortForms: [String] {
    switch self {
    case .production: ["prod", "prd", "live"]
    case .staging: ["stage", "stg", "preprod"]
    case .development: ["dev", "devel", "local"]
    }
  }

  private var position: Int {
    switch self {
    case .production: 0
    case .staging: 1
    case .development: 2
    }
  }
}

extension EnvironmentName: CustomStringConvertible {
  public var description: String { rawValue }
}

extension EnvironmentName: Comparable {
  public static func < (left: EnvironmentName, right: EnvironmentName) -> Bool {
    left.position < right.position
  }
}
