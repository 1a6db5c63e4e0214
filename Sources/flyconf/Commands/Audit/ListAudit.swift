import CommandKit
import DeployModel
import Documents

/// Prints who changed and who read what.
struct ListAudit: Command {
  var name: String?
  var member: String?
  var kind: AuditKind?
  var limit: Int?

  static let syntax = CommandSyntax(
    "list", "Print who changed and who read what, the newest last",
    discussion: "Changes come from the ledger, which everyone has; reads come from the logs in "
      + "this working copy, and from those that `flyconf audit import` has collected.",
    examples: [
      Example("flyconf audit list", "everything that is known"),
      Example("flyconf audit list stripe --only reads", "who has read the credential stripe"),
    ],
    Self.init,
    .argument("NAME", "A credential, variable or member; nothing for all"),
    .option("--member", placeholder: "MEMBER", "Only what this member did"),
    .option("--only", placeholder: "KIND", "Only changes, or only reads"),
    .option("--limit", placeholder: "N", "Only the last N")
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, .keyless, in: context)
    let trail = try AuditTrail(session.verified, session.layout, context)
    var lines = trail.lines.filter(isWanted)
    if let limit { lines = Array(lines.suffix(max(0, limit))) }
    try show(lines, context)
    for fault in trail.faults { context.console.note("error: \(fault.visible)") }
    return trail.faults.isEmpty ? .fine : .integrity
  }

  private func isWanted(_ line: AuditLine) -> Bool {
    (name == nil || line.subject == name || line.id == name)
      && (member == nil || line.author == member)
      && (kind == nil || (kind == .reads) == line.isRead)
  }

  private func show(_ lines: [AuditLine], _ context: Context) throws {
    if context.options.format.isMachine {
      return try context.console.out(
        JSONWriter.document(
          .object([
            "format": "flyconf.audit-list/1", "records": Node(.array(lines.map(\.node))),
          ])))
    }
    let rows = lines.map { line in
      [
        line.time.description, line.author, line.action, "\(line.type) \(line.subject.visible)",
        line.compartment ?? "",
      ] + (line.reason.map { [$0.visible] } ?? [])
    }
    try context.console.out(TextTable(rows).text)
  }
}

/// Which part of the trail is printed.
enum AuditKind: String, CaseIterable, ArgumentValue {
  case changes, reads
}
