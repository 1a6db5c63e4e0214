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
      let count = subject.exposedCount
      return [VaultNumbers(vault).text]
        + (count > 0
          ? [subject.style.severity("\(Counted(count, "value")) exposed", .error)] : [])
    },
    members: { subject in
      guard subject.hasVault else { return [.init(key: "vault", value: Node(.null))] }
      var node: Node = .object(["verified": Node(.bool(subject.vault != nil))])
      if let vault = subject.vault {
        VaultNumbers(vault).add(to: &node)
        node.setMember("exposed", Node(integerLiteral: subject.exposedCount))
      }
      return [.init(key: "vault", value: node)]
    })
}

extension OverviewSubject {
  /// How many values are exposed, to however many members each.
  fileprivate var exposedCount: Int { Set((vault?.exposures ?? []).map(\.entry.key)).count }
}
