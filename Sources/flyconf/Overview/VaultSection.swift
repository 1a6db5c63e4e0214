import DeployModel
import Documents

extension OverviewSection {
  static let vault = OverviewSection(
    title: "vault",
    lines: { subject in
      guard subject.hasVault else { return ["none"] }
      guard let vault = subject.vault else {
        return [subject.style.severity("does not verify", .error)]
      }
      let count = vault.exposures.count
      return [VaultNumbers(vault).text]
        + (count > 0
          ? [subject.style.severity("\(Counted(count, "value")) exposed", .error)] : [])
    },
    members: { subject in
      guard subject.hasVault else { return [.init(key: "vault", value: Node(.null))] }
      var node: Node = .object(["verified": Node(.bool(subject.vault != nil))])
      if let vault = subject.vault {
        VaultNumbers(vault).add(to: &node)
        node.setMember("exposed", Node(integerLiteral: vault.exposures.count))
      }
      return [.init(key: "vault", value: node)]
    })
}
