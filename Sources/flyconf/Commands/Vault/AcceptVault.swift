import CommandKit
import DeployModel
import Documents

/// Goes on from a vault as it stands, after showing what this machine misses in it.
struct AcceptVault: Command {
  var trust: TrustedVault?
  var tips: [String]

  static let syntax = CommandSyntax(
    "accept", "Go on from the vault as it stands, although changes are missing",
    discussion: "A machine remembers the last changes it saw on every branch, and misses them "
      + "after a reset or a history that was written anew. This shows what is missing and, if you "
      + "agree, misses it no longer. Where nobody can be asked, --tips names the last changes "
      + "that are to count. --trust is for a vault that was founded anew.",
    examples: [Example("flyconf vault accept", "see what is missing, and agree to it")],
    Self.init,
    .option("--trust", placeholder: "ID", "The id of the vault that is the right one now"),
    .option(
      "--tips", placeholder: "HASH", "The first digits of each of the last changes (repeatable)")
  )

  func run(in context: Context) throws -> ExitCode {
    let inspection = try VaultInspection.read(.reading, trusting: trust, in: context)
    let missed = inspection.watchFaults
    guard !missed.isEmpty else {
      context.console.note("nothing is missing: there is nothing to accept")
      inspection.remember()
      return .fine
    }
    FaultReport(missed, [], in: inspection.project.layout, context).note()
    guard try isAgreed(inspection.verification.state, context) else { throw Failure.answeredNo }
    try inspection.accept()
    try context.console.out("accepted: the vault as it stands is what counts from now on\n")
    return .fine
  }

  /// A person agrees; or the last changes are named, so that what is accepted is what was looked
  /// at. `--yes` is no answer to this.
  private func isAgreed(_ state: LedgerState, _ context: Context) throws -> Bool {
    let present = state.tips.map(\.hash.hex)
    if !tips.isEmpty, !present.isEmpty {
      let isNamed = present.allSatisfy { hash in
        tips.contains { $0.count >= 8 && hash.hasPrefix($0.lowercased()) }
      }
      guard isNamed else {
        throw Failure(
          .integrity, "the last changes are not the ones that --tips names",
          help: "they are \(present.map { String($0.prefix(16)) }.joined(separator: ", "))")
      }
      return true
    }
    guard context.canAsk else {
      let words = present.map { "--tips \($0.prefix(16))" }
      throw Failure(
        .integrity, "nobody can be asked here whether this is to be accepted",
        help: "name the last changes: \(words.joined(separator: " "))")
    }
    let answer = try context.console.prompt("Is the vault to go on from here? [y/N] ")
    return ["y", "yes"].contains(answer?.lowercased() ?? "")
  }
}
