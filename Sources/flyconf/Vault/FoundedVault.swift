import DeployModel
import Documents

/// A vault that has been founded, and whose files are yet to be written.
struct FoundedVault {
  var founding: VaultFounding
  var owner: MemberName
  /// Where the founder's identity stands, as it is shown.
  var identity: String
  var isIdentityNew: Bool
  /// The file of the recovery owner's identity, as it is shown.
  var recovery: String?

  var files: [(name: String, text: String)] { founding.files }

  /// Has this machine know the vault for the right one.
  func remember(in layout: ProjectLayout, _ context: Context) throws {
    let empty = VaultFiles(manifest: nil, ledger: [], snapshot: ProjectSnapshot([:]))
    let vault = try VerifiedVault(founding.contents(guarding: empty))
    try context.rememberFounding(of: vault, in: layout)
  }

  /// Adds the vault to a project that is there, with what git must ignore.
  func write(
    in project: borrowing LockedProject, _ ignored: IgnoredFiles, _ context: Context
  ) throws {
    var transaction = Transaction(folder: project.layout.folder, context.files)
    for file in files {
      transaction.write(Array(file.text.utf8), to: file.name, replacing: nil)
    }
    transaction.write(
      ignored.new, to: IgnoredFiles.name, replacing: ignored.old.map { SHA256.hash($0) })
    try transaction.commit()
  }
}
