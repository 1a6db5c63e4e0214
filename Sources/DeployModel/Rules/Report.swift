package import Documents

/// What a rule found, before anyone knows on which line it stands.
package struct RuleFinding: Sendable {
  package var file: ProjectFile
  package var environment: EnvironmentName?
  /// The entry in a list file; nothing where the file is one entity.
  package var index: Int?
  /// The field the finding is about; nothing for the whole entity.
  package var field: FieldPath
  /// The field to point to where the document leaves the first to its default.
  package var otherField: FieldPath?
  package var message: String
  package var help: String?
}

/// Where a rule puts its findings; knows the fields of the entity that it reports on.
package struct Report<Root: ProjectEntity> {
  package let project: Project
  /// The moment for which the project is judged.
  package let now: Timestamp
  private let file: ProjectFile
  /// The entry under the check, in a list.
  package var index: Int?
  /// The environment under the check, where the entity may differ between them.
  package var environment = EnvironmentName.production
  private(set) var findings: [RuleFinding] = []

  init(file: ProjectFile, project: Project, now: Timestamp) {
    self.file = file
    self.project = project
    self.now = now
  }

  package var today: CalendarDate { CalendarDate(now) }

  /// Reports a field of the entity under the check.
  ///
  /// - Parameters:
  ///   - element: The element of an array that the finding is about.
  ///   - entry: The entry of the list, where the check looks at all of them.
  ///   - other: The field to point to where the document leaves the first to its default.
  package mutating func add(
    _ field: PartialKeyPath<Root>, _ message: String, help: String? = nil,
    element: Int? = nil, entry: Int? = nil, orAt other: PartialKeyPath<Root>? = nil
  ) {
    guard let key = Root.schema.key(of: field) else { return }
    var path = FieldPath([.key(key)])
    if let element { path = path.appending(element) }
    let otherKey = other.flatMap { Root.schema.key(of: $0) }
    add(path, message, help, entry, orAt: otherKey.map { FieldPath([.key($0)]) })
  }

  /// Reports the entity as a whole.
  package mutating func addEntity(_ message: String, help: String? = nil, entry: Int? = nil) {
    add(FieldPath(), message, help, entry)
  }

  private mutating func add(
    _ path: FieldPath, _ message: String, _ help: String?, _ entry: Int?,
    orAt other: FieldPath? = nil
  ) {
    findings.append(
      RuleFinding(
        file: file, environment: file.layout == .object ? environment : nil,
        index: entry ?? index, field: path, otherField: other, message: message, help: help))
  }
}
