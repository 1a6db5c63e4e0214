import CommandKit
import DeployModel
import Documents

/// Finishes or drops a change that was interrupted.
struct RecoverProject: Command {
  var isDiscarding: Bool

  static let syntax = CommandSyntax(
    "recover", "Finish a change of the project's files that was interrupted",
    discussion: "Every command does this by itself; one that cannot, because files were edited or "
      + "checked out in between, changes nothing and says so. Then either restore the files and "
      + "run this, or drop the unfinished change with --discard: the files stay as they are.",
    examples: [
      Example("flyconf vault recover", "finish what was begun"),
      Example("flyconf vault recover --discard", "drop it instead"),
    ],
    Self.init,
    .flag("--discard", summary: "Drop the unfinished change; the files stay as they are")
  )

  func run(in context: Context) throws -> ExitCode {
    let folder = try context.store().layout.folder
    if isDiscarding, try Recovery.isNeeded(in: folder, context.files) {
      guard try context.confirm("drop the unfinished change for good?") else {
        throw Failure.answeredNo
      }
    }
    let console = context.console
    let lock = try FolderLock.exclusive(folder, context.files) {
      console.note("note: another flyconf is at work on this project: waiting for it")
    }
    let report = try recover(folder, under: lock, context.files)
    try CommandResult(
      node: node(report), text: (report?.message ?? "there is nothing to recover") + "\n"
    ).show(in: context)
    return .fine
  }

  private func recover(
    _ folder: String, under lock: borrowing FolderLock, _ files: FileSystem
  ) throws -> RecoveryReport? {
    try isDiscarding
      ? Recovery.discard(in: folder, files) : Recovery.run(in: folder, files)
  }

  private func node(_ report: RecoveryReport?) -> Node {
    var word = "nothing"
    var names: [String] = []
    switch report {
    case .finished(let files):
      word = "finished"
      names = files
    case .undone, .dropped: word = "dropped"
    case nil: break
    }
    return .object([
      "format": "flyconf.vault-recover/1",
      "recovered": Node(.string(word)),
      "files": Node(.array(names.map { Node(.string($0)) })),
    ])
  }
}
