import Documents

/// The two kinds of entities whose values the vault seals.
package enum EntityKind: String, CaseIterable, Sendable {
  case credential, variable

  /// The categories of the kind, as the data model names them.
  package var categories: [String] {
    switch self {
    case .credential: ServiceCategory.allCases.map(\.rawValue)
    case .variable: VariableCategory.allCases.map(\.rawValue)
    }
  }

  /// Whether a text is one of the kind's categories.
  func hasCategory(_ text: String) -> Bool {
    switch self {
    case .credential: ServiceCategory(rawValue: text) != nil
    case .variable: VariableCategory(rawValue: text) != nil
    }
  }

  /// The file in which entities of the kind stand.
  package var file: ProjectFile {
    switch self {
    case .credential: .credentials
    case .variable: .variables
    }
  }

  /// The key under which the file lists them.
  var listKey: String {
    if case .list(let key) = file.layout { key } else { file.stem }
  }

  /// What the digest of an entry is made of.
  var coveredFields: CoveredFields {
    switch self {
    case .credential: Self.coveredOfCredential
    case .variable: Self.coveredOfVariable
    }
  }

  private static let coveredOfCredential = CoveredFields(of: ProjectFile.credentials.shape.fields)
  private static let coveredOfVariable = CoveredFields(of: ProjectFile.variables.shape.fields)
}
