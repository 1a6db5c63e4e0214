import DeployModel
import Documents

/// What `init` has made, or would make.
struct InitReport {
  private let layout: ProjectLayout
  /// Files in the project's folder.
  var names: [String]
  /// Files elsewhere, as they are shown.
  var others: [String]
  private let vault: FoundedVault?
  private let isDryRun: Bool

  init(
    _ layout: ProjectLayout, names: [String], _ vault: FoundedVault? = nil,
    isDryRun: Bool = false
  ) {
    self.layout = layout
    self.names = names
    self.vault = vault
    self.isDryRun = isDryRun
    let identity = vault.flatMap { $0.isIdentityNew ? $0.identity : nil }
    others = [identity, vault?.recovery].compactMap(\.self)
  }

  func show(in context: Context) throws {
    let paths = names.map { context.shown(Path.join(layout.folder, $0)) + Self.slash($0) } + others
    let verb = isDryRun ? "would make" : "made"
    let text = paths.map { "\(verb) \($0.visible)\n" }.joined()
    try CommandResult(
      node: node(paths), text: text + (vault.map { "vault \($0.founding.manifest.id)\n" } ?? ""),
      notes: notes
    ).show(in: context)
  }

  /// Paths lose the slash that marks a folder.
  private static func slash(_ name: String) -> String { name.hasSuffix("/") ? "/" : "" }

  private var notes: [String] {
    guard !isDryRun else { return [] }
    guard let vault else { return ["next: flyconf validate"] }
    var notes = [
      "note: everyone knows the vault by this id: who meets it for the first time compares it with yours",
      "note: '\(vault.owner)' owns the vault by the identity in '\(vault.identity)': keep a copy",
    ]
    if let recovery = vault.recovery {
      notes.append("note: '\(recovery)' opens everything: keep it offline, and its passphrase too")
    }
    return notes + ["next: flyconf validate"]
  }

  private func node(_ paths: [String]) -> Node {
    var node: Node = .object([
      "format": "flyconf.init/1",
      "written": Node(.bool(!isDryRun)),
      "files": Node(.array(paths.map { Node(.string($0)) })),
    ])
    guard let vault else { return node }
    node.setMember("vault", Node(.string(vault.founding.manifest.id.hex)))
    node.setMember("owner", Node(.string(vault.owner.text)))
    node.setMember("identity", Node(.string(vault.identity)))
    return node
  }
}
