import DeployModel
import Documents

/// Mends what needs no decision: writes it, or only shows it.
struct Mending {
  let rules: [Rule]
  let now: Timestamp
  let context: Context

  /// What would be written.
  func preview(_ subjects: [ValidatedSubject]) -> [MendedFile] {
    let flyTomlRules = FlyTomlRules(rules)
    return subjects.flatMap { subject in
      switch subject {
      case .project(let snapshot, _), .projectFile(let snapshot):
        mended(snapshot).map(\.mended)
      case .flyToml(let source): FlyTomlFile(source).mended(flyTomlRules).map { [$0] } ?? []
      }
    }
  }

  /// Writes files with what is mended in them; the others are not touched.
  ///
  /// - Throws: `FileError` if a file cannot be written or has changed since it was read.
  func write(_ subjects: [ValidatedSubject]) throws -> [MendedFile] {
    try subjects.flatMap { subject in
      guard case .project(_, let layout) = subject else {
        let files = preview([subject])
        for file in files { try write(file) }
        return files
      }
      return try writeProject(layout)
    }
  }

  /// A project is read again under its lock, and all of its files are written or none.
  private func writeProject(_ layout: ProjectLayout) throws -> [MendedFile] {
    let console = context.console
    let project = try LockedProject.open(
      layout, context.files,
      LockedProject.Request(.writing, hasVault: false, naming: context.shown) {
        console.note("note: another flyconf is at work on this project: waiting for it")
      })
    let files = mended(project.contents.snapshot)
    var transaction = Transaction(folder: layout.folder, context.files)
    for (name, mended) in files {
      transaction.write(
        Array(mended.text.utf8), to: name, replacing: SHA256.hash(mended.source.bytes))
    }
    try transaction.commit()
    return files.map(\.mended)
  }

  private func write(_ file: MendedFile) throws {
    let path = context.absolute(file.source.name)
    let present = try context.files.contents(of: path, limit: SourceText.sizeLimit)
    guard present == file.source.bytes else {
      throw FileError(
        "write", file.source.name, "it has changed since it was read",
        help: "run the command again")
    }
    try context.files.replace(path, with: Array(file.text.utf8))
  }

  private func mended(
    _ snapshot: ProjectSnapshot
  ) -> [(name: String, mended: MendedFile)] {
    snapshot.mended(at: now, rules, makeID: context.makeID)
  }
}
