import DeployModel
import Documents

/// One thing that somebody did with the vault: a record of a change, or of a read.
struct AuditLine: Sendable {
  var time: Timestamp
  var author: String
  var action: String
  var type: String
  var id: String
  /// The name for people.
  var subject: String
  var compartment: String?
  var reason: String?
  var isRead: Bool

  var node: Node {
    var members: [Node.Member] = [
      .init("time", time.description), .init("author", author),
      .init("action", action), .init("type", type), .init("id", id),
      .init("name", subject),
    ]
    if let compartment { members.append(.init("compartment", compartment)) }
    if let reason { members.append(.init("reason", reason)) }
    members.append(Node.Member(key: "read", value: Node(.bool(isRead))))
    return Node(.object(members))
  }
}

/// All that is known of who did what, in the order of time.
struct AuditTrail: Sendable {
  private(set) var lines: [AuditLine] = []
  /// What is wrong with the logs of reads.
  private(set) var faults: [String] = []

  init(_ verified: VerifiedVault, _ layout: ProjectLayout, _ context: Context) throws {
    for signed in try verified.ledger().changes {
      lines += signed.change.records.map { Self.line($0, of: signed.change) }
    }
    let folder = Path.join(layout.folder, ReadLog.folderName)
    for name in try context.files.names(in: folder) ?? [] where name.hasSuffix(".jsonl") {
      let log = ReadLog(path: Path.join(folder, name), context.files)
      let review = ReadLogReview(
        try log.lines(), vault: verified.manifest.id, keys: verified.state.signingKeys)
      lines += review.records.map { Self.line($0.record) }
      faults += review.faults.map { "'\(ReadLog.folderName)/\(name)': \($0)" }
    }
    // A stable order: what happened in one second keeps the order of the ledger.
    lines = lines.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  private static func line(_ record: ChangeRecord, of change: Change) -> AuditLine {
    AuditLine(
      time: change.time, author: change.author.text, action: record.action.rawValue,
      type: record.type.rawValue, id: record.id, subject: record.name ?? record.id,
      compartment: record.compartment?.text, reason: record.reason, isRead: false)
  }

  private static func line(_ record: ReadRecord) -> AuditLine {
    AuditLine(
      time: record.time, author: record.member.text, action: record.action.rawValue,
      type: record.type.rawValue, id: record.id, subject: record.name ?? record.id,
      compartment: record.compartment.text, reason: nil, isRead: true)
  }
}
