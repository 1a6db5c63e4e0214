import CommandKit
import DeployModel
import Documents

/// Compares the project with what its ledger vouches for.
struct VerifyVault: Command {
  var base: String?

  static let syntax = CommandSyntax(
    "verify", "Find everything that was changed by someone not entitled to it",
    discussion: "No key is needed. Every change in audit/ is checked for its signature and for "
      + "the rights its author had then, and every value, entry, member and key is compared with "
      + "them. With --base, a change that the revision has must still be there. Exit code 5 if "
      + "anything is wrong.",
    examples: [
      Example("flyconf vault verify", "check the project as it stands"),
      Example("flyconf vault verify --base origin/main", "see also that nothing was taken back"),
    ],
    Self.init,
    .option("--base", placeholder: "REV", "Revision of git whose changes must all be there")
  )

  func run(in context: Context) throws -> ExitCode {
    let project = try context.lock(.reading, hasVault: true)
    let verification = VaultVerification(project.contents)
    guard project.contents.hasVault || !verification.isSound else {
      throw Failure.noVault(in: project.layout, context)
    }
    var faults = verification.faults
    if let base {
      let known = Set(faults.map(\.message))
      faults += try BaseComparison(base, project.layout, context).faults(verification)
        .filter { !known.contains($0.message) }
    }
    let report = FaultReport(faults, verification.notices, in: project.layout, context)
    try show(report, VaultNumbers(verification), context)
    return faults.isEmpty ? .fine : .integrity
  }

  private func show(
    _ report: FaultReport, _ numbers: VaultNumbers, _ context: Context
  ) throws {
    guard !context.options.format.isMachine else {
      return try context.console.out(JSONWriter.document(node(report, numbers)))
    }
    report.note()
    if report.faults.isEmpty { try context.console.out("verified: \(numbers.text)\n") }
  }

  private func node(_ report: FaultReport, _ numbers: VaultNumbers) -> Node {
    var node: Node = .object([
      "format": "flyconf.vault-verify/1", "sound": Node(.bool(report.faults.isEmpty)),
    ])
    numbers.add(to: &node)
    node.setMember("faults", report.faultNodes)
    node.setMember("notices", report.noticeNodes)
    return node
  }
}
