import DeployModel

/// A project's folder in the making, which nobody else writes to meanwhile.
struct NewFiles: ~Copyable {
  private let layout: ProjectLayout
  private let context: Context
  private let lock: FolderLock

  /// Makes the folder if need be, locks it, and clears away what an interrupted run left.
  static func open(in layout: ProjectLayout, _ context: Context) throws -> NewFiles {
    try context.files.createFolder(layout.folder)
    let console = context.console
    let lock = try FolderLock.exclusive(layout.folder, context.files) {
      console.note("note: another flyconf is at work on this project: waiting for it")
    }
    if try Recovery.isNeeded(in: layout.folder, context.files),
      let report = try Recovery.run(in: layout.folder, context.files)
    {
      console.note("note: \(report.message)")
    }
    return NewFiles(layout: layout, context: context, lock: lock)
  }

  /// - Parameter names: The files that are to be made.
  /// - Throws: `Failure` if one of them, or a vault, is there already.
  borrowing func refuseExisting(_ names: [String]) throws {
    let vault = [VaultManifest.fileName, SignedChange.folderName]
    for name in names + vault {
      let path = Path.join(layout.folder, name)
      guard try context.files.status(of: path) != nil else { continue }
      throw Failure(
        "'\(context.shown(path))' is there already",
        help: name == ProjectFile.deployment.name
          ? "run `flyconf validate` to look at it"
          : "move it away, or make the project elsewhere")
    }
  }

  /// Writes all files or none; the one that makes the folder a project takes its place last.
  borrowing func write(_ files: [(name: String, text: String)], last: String) throws {
    var transaction = Transaction(folder: layout.folder, context.files)
    let ordered = files.filter { $0.name != last } + files.filter { $0.name == last }
    for file in ordered {
      transaction.write(Array(file.text.utf8), to: file.name, replacing: nil)
    }
    try transaction.commit()
  }
}
