import Documents
import Foundation
import Testing

@testable import DeployModel

/// A vault with as many changes as wanted on ten credentials, made by two members on branches
/// that are merged again; only the last change is sealed, for the others say what once was.
struct LargeLedger {
  private(set) var fixture: VaultFixture
  private var files: [LedgerFile]
  private var revisions: [Int: UInt64] = [:]
  private var tip: Hash256
  private let vault: Hash256

  static let entityCount = 10

  var contents: VaultFiles { fixture.files }

  init(changes count: Int) throws {
    var fixture = try VaultFixture()
    try fixture.join("ben", grants: ["admin:*:*"])
    files = try fixture.files.ledger.files()
    let state = try fixture.verified().state
    vault = try #require(state.founding)
    tip = try #require(state.tips.first?.hash)
    self.fixture = fixture
    while files.count < count - 1 {
      // Every hundredth change has one beside it, and the next one names both.
      if files.count % 100 == 0, files.count < count - 3 { try addBranches() } else { try add() }
    }
    try finish()
  }

  private static func id(_ index: Int) -> String {
    "00000000-0000-4000-8000-0000000000\(String(index + 16, radix: 16))"
  }

  private mutating func sign(
    _ entity: Int, as name: String, after: [Hash256]
  ) throws -> Hash256 {
    fixture.now = fixture.now.adding(seconds: 60)
    let revision = (revisions[entity] ?? 0) + 1
    revisions[entity] = revision
    let record = ChangeRecord(
      revision == 1 ? .created : .set, .credential, Self.id(entity), name: "service-\(entity)",
      revision: revision, digest: hash(of: "\(entity) \(revision)"),
      valueMark: ValueMark(hex: "0123456789abcdef"),
      compartment: Compartment("production/credential/payment/read_only"))
    let change = Change(
      vault: vault, author: try MemberName(name), time: fixture.now, after: after,
      records: [record])
    let (signed, file) = try SignedChange.sign(change, by: fixture.identity(name))
    files.append(file)
    return signed.hash
  }

  private mutating func add() throws {
    let number = files.count
    tip = try sign(
      number % Self.entityCount, as: number % 3 == 0 ? "ben" : "anna", after: [tip])
  }

  private mutating func addBranches() throws {
    let number = files.count
    let ours = try sign(number % Self.entityCount, as: "anna", after: [tip])
    let theirs = try sign((number + 1) % Self.entityCount, as: "ben", after: [tip])
    tip = try sign((number + 2) % Self.entityCount, as: "anna", after: [ours, theirs])
  }

  /// Puts the ten credentials into the project, with values that are really sealed.
  private mutating func finish() throws {
    fixture.files.ledger = .files(files)
    let verified = try VerifiedVault(
      VaultVerification(fixture.files), accepting: [.entryRemoved])
    fixture.now = fixture.now.adding(seconds: 60)
    var draft = try VaultDraft(
      OpenVault(verified, by: fixture.identity("anna")), at: fixture.now)
    for entity in 0..<Self.entityCount {
      var node = VaultFixture.credential(
        "service-\(entity)", "production", category: "payment", level: "read_only")
      node.setMember("id", Node(.string(Self.id(entity))))
      try draft.put(node, .credential, over: nil, value: .secret(Secret("v\(entity)")), .set)
    }
    fixture.files = try draft.finish().verified.files
  }

  /// Writes the project into a folder.
  func write(to folder: String) throws {
    try contents.write(to: folder)
  }
}

extension VaultFiles {
  /// Writes a project that is held in memory into a folder.
  func write(to folder: String) throws {
    let system = FileManager.default
    let audit = Path.join(folder, SignedChange.folderName)
    try system.createDirectory(atPath: audit, withIntermediateDirectories: true)
    for file in try ledger.files() {
      try Data(file.bytes).write(to: URL(filePath: Path.join(audit, file.name)))
    }
    if let manifest {
      try Data(manifest.bytes).write(to: URL(filePath: Path.join(folder, VaultManifest.fileName)))
    }
    for (file, source) in snapshot.sourcesByFile {
      try Data(source.bytes).write(to: URL(filePath: Path.join(folder, file.name)))
    }
  }
}
