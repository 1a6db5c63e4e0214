import CommandKit
import DeployModel
import Documents

/// Says what the vault holds, without opening anything.
struct VaultStatus: Command {
  static let syntax = CommandSyntax(
    "status", "Print what the vault holds and who owns it",
    discussion: "No key is needed.",
    examples: [Example("flyconf vault status", "its id, its owners, its keys")],
    Self.init
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, .keyless, in: context)
    let vault = session.verified
    let notices = FaultReport([], session.notices, in: session.layout, context)
    try CommandResult(node: try node(vault, notices), text: try text(vault)).show(in: context)
    if !context.options.format.isMachine, !context.options.isQuiet { notices.note() }
    return .fine
  }

  private func owners(_ vault: VerifiedVault) -> [String] {
    vault.manifest.members.filter(\.mayManage).map(\.name.text)
  }

  /// Changes that no other names yet, by the first digits of their hashes.
  private func tips(_ vault: VerifiedVault) -> [String] {
    vault.state.tips.map { String($0.hash.hex.prefix(Self.shownDigits)) }
  }

  private static let shownDigits = 16

  // MARK: For people

  private func text(_ vault: VerifiedVault) throws -> String {
    let numbers = VaultNumbers(vault)
    var rows = [["vault", vault.id]]
    if let founding = try vault.ledger().founding?.change {
      rows.append(["founded", "by '\(founding.author)' at \(founding.time)"])
    }
    rows += [
      ["members", "\(numbers.members)"],
      ["owners", owners(vault).joined(separator: ", ")],
      ["changes", "\(numbers.changes), the last \(tips(vault).joined(separator: ", "))"],
      ["values", "\(numbers.sealedValues) sealed, \(numbers.unsetValues) unset"],
    ]
    rows += keys(vault).map { ["key", "\($0.identifier) of \($0.compartment) at \($0.createdAt)"] }
    return TextTable(rows).text
  }

  /// The key of each compartment with which new values are sealed.
  private func keys(_ vault: VerifiedVault) -> [DataKeyEntry] {
    Set(vault.manifest.keyring.map(\.compartment)).sorted().compactMap { compartment in
      vault.state.primaryKey(of: compartment).flatMap(vault.manifest.key)
    }
  }

  // MARK: For programs

  private func node(_ vault: VerifiedVault, _ notices: FaultReport) throws -> Node {
    var node: Node = .object(["format": "flyconf.vault-status/1"])
    VaultNumbers(vault).add(to: &node)
    if let founding = try vault.ledger().founding?.change {
      node.setMember("founder", Node(.string(founding.author.text)))
      node.setMember("founded", Node(.string(founding.time.description)))
    }
    node.setMember("owners", Self.list(owners(vault)))
    node.setMember("tips", Self.list(vault.state.tips.map(\.hash.hex)))
    node.setMember("keys", Node(.array(keys(vault).map(Self.node))))
    node.setMember("notices", notices.noticeNodes)
    return node
  }

  private static func node(_ key: DataKeyEntry) -> Node {
    .object([
      "kid": Node(.string(key.identifier.text)),
      "compartment": Node(.string(key.compartment.text)),
      "created_at": Node(.string(key.createdAt.description)),
    ])
  }

  private static func list(_ texts: [String]) -> Node {
    Node(.array(texts.map { Node(.string($0)) }))
  }
}
