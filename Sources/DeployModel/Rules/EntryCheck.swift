import Documents

/// What a rule asks of each entry of a list by itself.
///
/// The checks of all rules over a list run together, entry by entry: taking an entry out of its
/// array copies its many strings, which costs more than most checks.
package struct EntryCheck: Sendable {
  /// The file whose entries are looked at.
  let file: ProjectFile
  /// A `TypedCheck` of the file's entity.
  private let check: any Sendable
  private let runAll: @Sendable ([EntryCheck], Project, Timestamp) -> [[RuleFinding]]

  private struct TypedCheck<E: ProjectEntity>: Sendable {
    var check: @Sendable (E, inout Report<E>) throws -> Void
  }

  init<E: ProjectEntity>(
    _ entities: any KeyPath<Project, Readable<[E]>> & Sendable, of file: ProjectFile,
    _ check: @escaping @Sendable (E, inout Report<E>) throws -> Void
  ) {
    self.file = file
    self.check = TypedCheck(check: check)
    runAll = { checks, project, now in
      let typed = checks.compactMap { $0.check as? TypedCheck<E> }
      var reports = typed.map { _ in Report<E>(file: file, project: project, now: now) }
      for (index, entity) in (project[keyPath: entities].value ?? []).enumerated() {
        for position in typed.indices {
          reports[position].index = index
          try? typed[position].check(entity, &reports[position])
        }
      }
      return reports.map(\.findings)
    }
  }

  /// Runs checks of one file together.
  ///
  /// - Returns: The findings of each check.
  static func run(
    _ checks: [EntryCheck], _ project: Project, _ now: Timestamp
  ) -> [[RuleFinding]] {
    checks.first?.runAll(checks, project, now) ?? []
  }
}
