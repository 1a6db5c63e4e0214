import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// Makes the vault of `Examples/ezedit` anew: `FLYCONF_MAKE_EXAMPLE=1 swift test --filter
/// ExampleMaker`.
///
/// The people of the example have identities that are thrown away, but for the demo identity,
/// which stays the one that is there. The ledger that is committed stays for good, as every ledger
/// does: where git knows it, one made anew is reported as a withdrawal of the old one.
@Suite struct ExampleMaker {
  @Test func makesTheVaultOfEzedit() throws {
    guard ProcessInfo.processInfo.environment["FLYCONF_MAKE_EXAMPLE"] != nil else {
      print("skipped: the example is made anew only with FLYCONF_MAKE_EXAMPLE=1")
      return
    }
    var story = try ExampleStory()
    try story.tell()
    try story.write()
  }
}

/// What happened to the vault of the example, in the order of time.
private struct ExampleStory {
  private let folder = Repository.folder.appending(path: "Examples/ezedit")
  private var files: VaultFiles
  private var identities: [String: Identity] = [:]
  private let demo: IdentityFileText

  init() throws {
    demo = try Self.demoIdentity(in: folder)
    guard case .demo(let anna) = demo.identity else { throw VaultRefusal("no demo identity") }
    for name in ["recovery", "ben", "chloe", "ci"] { identities[name] = try .generate() }
    identities["anna"] = anna
    files = VaultFiles(manifest: nil, ledger: [], snapshot: try Self.bareSnapshot(in: folder))
  }

  /// The identity that is there, or a new one.
  private static func demoIdentity(in folder: URL) throws -> IdentityFileText {
    let path = folder.appending(path: "demo-identity")
    if let text = try? String(contentsOf: path, encoding: .utf8) {
      return try IdentityFileText(Secret(text))
    }
    let line = IdentityText.demo(try .generate()).text.text() ?? ""
    let text = """
      # A demo identity: everyone has it, so that nothing it can open is secret.
      # Only a vault that says it is a demo accepts it.
      \(line)

      """
    try Data(text.utf8).write(to: path)
    return try IdentityFileText(Secret(text))
  }

  /// The project with no value in it: a vault that is founded knows none.
  private static func bareSnapshot(in folder: URL) throws -> ProjectSnapshot {
    var sources: [ProjectFile: SourceText] = [:]
    for file in ProjectFile.all {
      let path = folder.appending(path: "flyconf/\(file.name)")
      var text = try String(contentsOf: path, encoding: .utf8)
      if file == .credentials || file == .variables {
        text = text.replacing(/"encrypted_value": "(?!plain:)[^"]*"/) { _ in
          "\"encrypted_value\": \"unset\""
        }
      }
      sources[file] = SourceText(name: file.name, text)
    }
    return ProjectSnapshot(sources)
  }

  // MARK: Story

  mutating func tell() throws {
    try found(at: "2026-06-01T08:35:00Z")
    try change("anna", "2026-06-01T08:40:00Z") { draft in
      for name in EnvironmentName.allCases {
        try draft.seal("supabase", name, "postgres://ezedit:\(name)-1@db.internal:5432/ezedit")
        try draft.refer("DATABASE_URL", name, to: "supabase")
        try draft.seal("SESSION_SECRET", name, "example-session-\(name)", .variable)
      }
    }
    try change("anna", "2026-07-20T09:10:00Z") { draft in
      try draft.seal("openai", .production, "example-openai-key-1")
      try draft.refer("OPENAI_API_KEY", .production, to: "openai")
      try draft.seal("OPENAI_API_KEY", .staging, "example-openai-staging", .variable)
      try draft.seal("OPENAI_API_KEY", .development, "example-openai-development", .variable)
    }
    try join("ben", "2026-08-14T07:55:00Z", "read_write:payment,email:*")
    try join("chloe", "2026-08-14T08:00:00Z", "read_only:api,email:staging,development")
    try join("ci", "2026-08-14T08:05:00Z", "admin:*:production", isService: true)
    try change("ben", "2026-08-14T08:30:00Z") { try $0.seal("stripe", .production, "key-1") }
    try change("anna", "2026-09-05T10:00:00Z") { draft in
      try draft.seal("resend", .production, "example-resend-key-1")
      try draft.seal("fly", .production, "example-fly-token")
    }
    try tellOfTwoBranches()
    try change("ben", "2026-11-10T15:20:00Z") { draft in
      try draft.seal("stripe", .production, "example-stripe-key-2", action: .rotated)
      try draft.destroySuperseded("stripe")
    }
    try change("anna", "2026-11-12T16:05:00Z") { draft in
      for name in [EnvironmentName.production, .staging] {
        let value = "postgres://ezedit:\(name)-2@db.internal:5432/ezedit"
        try draft.seal("supabase", name, value, action: .rotated)
      }
    }
  }

  private mutating func found(at time: String) throws {
    var settings = VaultSettings()
    settings.isDemo = true
    let recovery = Member(
      try MemberName("recovery"), try identity("recovery").publicKeys, isOwner: true)
    let founding = try VaultFounding(
      founder: MemberName("anna"), identity("anna"), recovery: recovery, settings: settings,
      at: Timestamp(time))
    files = founding.contents(guarding: files)
  }

  /// Two people at work at the same time, whose branches git merges.
  private mutating func tellOfTwoBranches() throws {
    let base = files
    try change("ben", "2026-10-20T11:00:00Z") { draft in
      try draft.seal("resend", .production, "example-resend-key-2", action: .rotated)
    }
    let theirs = files
    files = base
    try change("anna", "2026-10-20T11:30:00Z") { draft in
      try draft.seal("openai", .production, "example-openai-key-2", action: .rotated)
    }
    let ours = try files.ledger.files()
    let ledger =
      try ours
      + theirs.ledger.files().filter { file in
        !ours.contains { $0.name == file.name }
      }
    let sides = MergeSides(
      present: Self.version(files), ours: Self.version(files), theirs: Self.version(theirs),
      base: Self.version(base))
    let resolution = try Resolution(sides, Ledger(ledger), admittingChangesOf: nil)
    files = try resolution.merged(ledger).files
  }

  private static func version(_ files: VaultFiles) -> VaultVersion {
    VaultVersion(manifest: files.manifest, snapshot: files.snapshot, changeNames: [])
  }

  // MARK: Changes

  private func identity(_ name: String) throws -> Identity { try #require(identities[name]) }

  private mutating func change(
    _ name: String, _ time: String, _ body: (inout VaultDraft) throws -> Void
  ) throws {
    let vault = try OpenVault(VerifiedVault(files), by: identity(name))
    var draft = try VaultDraft(vault, at: Timestamp(time))
    try body(&draft)
    files = try draft.finish().verified.files
  }

  private mutating func join(
    _ name: String, _ time: String, _ grant: String, isService: Bool = false
  ) throws {
    let member = Member(
      try MemberName(name), try identity(name).publicKeys, grants: [try Grant(grant)],
      isService: isService)
    try change("anna", time) { try $0.add(member) }
  }

  // MARK: Files

  func write() throws {
    let project = folder.appending(path: "flyconf")
    let audit = project.appending(path: SignedChange.folderName)
    try? FileManager.default.removeItem(at: audit)
    try FileManager.default.createDirectory(at: audit, withIntermediateDirectories: true)
    for file in try files.ledger.files() {
      try Data(file.bytes).write(to: audit.appending(path: file.name))
    }
    try Data(files.manifest?.bytes ?? []).write(
      to: project.appending(path: VaultManifest.fileName))
    for kind in EntityKind.allCases {
      let bytes = files.snapshot.source(of: kind.file)?.bytes ?? []
      try Data(bytes).write(to: project.appending(path: kind.file.name))
    }
  }
}

extension VaultDraft {
  fileprivate func entry(
    _ kind: EntityKind, _ name: String, _ environment: EnvironmentName
  ) throws -> SealedEntry {
    let superseded = vault.verified.entries(.credential).compactMap { $0.node["previous"]?.text }
    return try #require(
      vault.verified.entries(kind).first { entry in
        entry.name == name && entry.node["environment"]?.text == environment.rawValue
          && !superseded.contains(entry.id ?? "")
      })
  }

  fileprivate mutating func seal(
    _ name: String, _ environment: EnvironmentName, _ value: String,
    _ kind: EntityKind = .credential, action: ChangeAction = .created
  ) throws {
    let entry = try entry(kind, name, environment)
    try put(entry.node, kind, over: entry, value: .secret(Secret(value)), action)
  }

  fileprivate mutating func refer(
    _ key: String, _ environment: EnvironmentName, to service: String
  ) throws {
    let id = try #require(entry(.credential, service, environment).id)
    let variable = try entry(.variable, key, environment)
    try put(
      variable.node, .variable, over: variable, value: .reference(UUIDText.read(id)), .created)
  }

  fileprivate mutating func destroySuperseded(_ service: String) throws {
    let current = try entry(.credential, service, .production)
    let old = try #require(
      vault.verified.entries(.credential).first { $0.id == current.node["previous"]?.text })
    try put(old.node, .credential, over: old, value: .destroyed, .destroyed)
  }
}
