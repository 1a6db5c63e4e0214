import CommandKit
import DeployModel
import Documents

/// Compares the project with what its ledger vouches for.
struct VerifyVault: Command {
  var base: String?
  var trust: TrustedVault?

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
    .option("--base", placeholder: "REV", "Revision of git whose changes must all be there"),
    .option("--trust", placeholder: "ID", "The vault id that is trusted")
  )

  func run(in context: Context) throws -> ExitCode {
    let inspection = try VaultInspection.read(.reading, trusting: trust, in: context)
    let layout = inspection.project.layout
    let missed = try faults(sinceBase: inspection.watch)
    // What lacks a change of the base is not what is to be remembered.
    if missed.isEmpty { inspection.remember() }
    let faults = inspection.faults + missed
    guard inspection.hasVault || !faults.isEmpty else {
      throw Failure.noVault(in: layout, context)
    }
    let report = FaultReport(faults, inspection.notices, in: layout, context)
    try show(report, VaultNumbers(inspection.verification), context)
    return faults.isEmpty ? .fine : .integrity
  }

  private func faults(sinceBase watch: VaultWatch) throws -> [VaultFault] {
    guard let base, let rollback = watch.rollback else { return [] }
    do throws(GitError) {
      return try rollback.faults(since: base)
    } catch {
      throw Failure(error.description, help: error.help)
    }
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
