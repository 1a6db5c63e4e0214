@testable import DeployModel

/// A project before and after a change that writes, makes and removes files.
struct TransactionScenario {
  static let old = [
    "deployment.json": "old deployment", "vault.json": "old vault", "gone.json": "gone",
    "notes.txt": "untouched",
  ]
  static let new = [
    "deployment.json": "new deployment", "vault.json": "new vault", "notes.txt": "untouched",
    "audit/first.jsonl": "a change",
  ]

  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder(inMemory: true)
    for (name, text) in Self.old { try scratch.write(text, to: name) }
  }

  func transaction(_ files: FileSystem) -> Transaction {
    var transaction = Transaction(folder: scratch.path, files)
    transaction.write(
      Array("new vault".utf8), to: "vault.json", replacing: hash(of: "old vault"))
    transaction.write(Array("a change".utf8), to: "audit/first.jsonl", replacing: nil)
    transaction.write(
      Array("new deployment".utf8), to: "deployment.json", replacing: hash(of: "old deployment"))
    transaction.remove("gone.json", replacing: hash(of: "gone"))
    return transaction
  }

  /// Decides the change and stops there: the journal stands, and no file has been touched.
  func stopAfterTheDecision() throws {
    let plan = FaultPlan()
    let counting = try TransactionScenario()
    try counting.transaction(plan.files).commit()
    let decision = plan.calls.firstIndex { call in
      call == .init(call: .rename, path: counting.scratch.path(Journal.name))
    }
    let stopping = FaultPlan(at: (decision ?? 0) + 1, .fromThenOn, code: 5)
    try? transaction(stopping.files).commit()
  }

  func recover(_ files: FileSystem = FileSystem()) throws(FileError) -> RecoveryReport? {
    try Recovery.run(in: scratch.path, files)
  }

  func isRecoveryNeeded() throws -> Bool {
    try Recovery.isNeeded(in: scratch.path, FileSystem())
  }
}
