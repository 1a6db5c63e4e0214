import CommandKit
import DeployModel
import Documents

/// Shows who changed a credential, and when.
struct SecretHistory: Command {
  var choice: CredentialChoice

  static let syntax = CommandSyntax(
    "history", "Show who changed a credential and when, the newest last",
    discussion:
      "It comes from the signed ledger; no key is needed, and no value is in it. `flyconf "
      + "audit list NAME` says besides who has read it.",
    examples: [Example("flyconf secrets history stripe", "since it was made")],
    Self.init,
    .credential
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, .keyless, in: context)
    let entry = try choice.entry(in: session.verified)
    let records = try session.verified.ledger().changes.flatMap { signed in
      signed.change.records.filter { $0.id == entry.id && $0.type == .credential }
        .map { (record: $0, change: signed.change) }
    }
    let kept = session.verified.credentials.superseded(by: entry).count { record in
      if case .sealed = record.value { true } else { false }
    }
    try result(entry, records, kept: kept).show(in: context)
    return .fine
  }

  private func result(
    _ entry: SealedEntry, _ records: [(record: ChangeRecord, change: Change)], kept: Int
  ) -> CommandResult {
    let rows = records.map { record, change in
      [
        change.time.description, change.author.text, record.action.rawValue,
        "rev \(record.revision)",
      ] + (record.reason.map { [$0.visible] } ?? [])
    }
    let nodes = records.map { record, change -> Node in
      var members: [Node.Member] = [
        .init("time", change.time.description), .init("author", change.author.text),
        .init("action", record.action.rawValue),
        .init(
          key: "revision", value: Node(.number(Number(literal: "\(record.revision)")))),
      ]
      if let compartment = record.compartment {
        members.append(.init("compartment", compartment.text))
      }
      if let reason = record.reason { members.append(.init("reason", reason)) }
      return Node(.object(members))
    }
    return CommandResult(
      node: .object([
        "format": "flyconf.secrets-history/1", "name": Node(.string(choice.name)),
        "environment": Node(.string(choice.environment.rawValue)),
        "id": Node(.string(entry.id ?? "")), "records": Node(.array(nodes)),
        "kept": Node(integerLiteral: kept),
      ]),
      text: TextTable(rows).text, notes: notes(entry, records.isEmpty, kept))
  }

  private func notes(_ entry: SealedEntry, _ isUnknown: Bool, _ kept: Int) -> [String] {
    if isUnknown { return ["no change has recorded \(entry.shownName) yet"] }
    guard kept > 0 else { return ["note: no earlier value is kept"] }
    return [
      "note: \(Counted(kept, "earlier value")) \(kept == 1 ? "is" : "are") kept; `flyconf secrets "
        + "rotate \(choice.words) --previous` takes the last one again"
    ]
  }
}
