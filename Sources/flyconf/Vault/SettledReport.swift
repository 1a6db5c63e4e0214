import DeployModel
import Documents

/// What settling a merge has recorded and written.
struct SettledReport {
  private let records: [ChangeRecord]
  private let files: [String]
  /// Entries of which both sides changed what anyone may edit.
  private let keptAsOurs: [SealedEntry]
  private let isDryRun: Bool

  init(
    _ records: [ChangeRecord], _ resolution: Resolution, files: [String] = [], isDryRun: Bool
  ) {
    self.records = records
    self.files = files
    keptAsOurs = resolution.keptAsOurs
    self.isDryRun = isDryRun
  }

  var result: CommandResult {
    let node: Node = .object([
      "format": "flyconf.vault-resolve/1", "dry_run": Node(.bool(isDryRun)),
      "records": Node(.array(records.map(\.settledNode))),
      "files": Node(.array(files.map { Node(.string($0)) })),
      "kept_as_ours": Node(.array(keptAsOurs.map { Node(.string($0.name ?? "")) })),
    ])
    return CommandResult(node: node, text: text, notes: notes)
  }

  private var text: String {
    let recorded = isDryRun ? "would record" : "recorded"
    let written = isDryRun ? "would put together" : "put together"
    return records.map { record in
      "\(recorded) \(record.action.rawValue) of \(record.type.rawValue) "
        + "\(Quoted(record.name ?? record.id))\n"
    }.joined() + files.map { "\(written) \(Quoted($0)) from both sides\n" }.joined()
  }

  private var notes: [String] {
    let kept = keptAsOurs.map { entry in
      "\(entry.shownName) was edited on both branches: what ours says is kept "
        + "(see `git diff HEAD...MERGE_HEAD`)"
    }
    if records.isEmpty, files.isEmpty { return ["nothing has to be chosen"] + kept }
    return kept + (isDryRun ? [] : ["next: flyconf vault verify, then git add and commit"])
  }
}

extension ChangeRecord {
  fileprivate var settledNode: Node {
    .object([
      "action": Node(.string(action.rawValue)), "kind": Node(.string(type.rawValue)),
      "id": Node(.string(id)), "name": Node(.string(name ?? id)),
    ])
  }
}
