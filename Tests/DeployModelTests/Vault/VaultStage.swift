import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// A vault of several members and entries, and what an attacker does to it.
///
/// An attacker is someone with a text editor, git and a program of their own: whatever the tool
/// refuses to make is made here by hand, with real keys and signatures.
extension VaultFixture {
  /// Two owners, two people with grants and a service, and entries of every kind of value.
  static func stage() throws -> VaultFixture { try made.get() }

  /// Made once: a copy of it costs nothing.
  private static let made = Result { try make() }

  private static func make() throws -> VaultFixture {
    var fixture = try VaultFixture()
    try fixture.join("olga", isOwner: true)
    try fixture.join("bob", grants: ["read_write:email:staging", "read_write:payment:staging"])
    try fixture.join("carol", grants: ["admin:*:*"])
    try fixture.join("ci", grants: ["admin:*:production"], isService: true)
    try fixture.set("stripe", value: "sk_live_1")
    try fixture.set("stripe", "staging", value: "sk_test_1")
    try fixture.set("resend", "staging", category: "email", value: "re_staging")
    try fixture.set("supabase", category: "database", level: "admin", value: "pg_1")
    try fixture.set("stripe", value: "sk_live_2", as: "carol")
    try fixture.setVariable("SESSION_KEY", .secret(Secret("session")))
    try fixture.setVariable("API_KEY", .secret(Secret("api")))
    let target = try fixture.entry("stripe")
    try fixture.setVariable("STRIPE_KEY", .reference(UUIDText.read(target.id ?? "")))
    try fixture.setVariable("LOG_LEVEL", .plain("info"))
    return fixture
  }

  /// A new variable, or another value of one that is there.
  mutating func setVariable(
    _ key: String, _ value: DraftedValue, as name: String = "anna"
  ) throws {
    try change(as: name) { draft in
      let present = draft.vault.verified.entries(.variable).first { $0.name == key }
      var isPlain = false
      if case .plain = value { isPlain = true }
      let node = present?.node ?? Self.variable(key, isSecret: !isPlain)
      try draft.put(
        node, .variable, over: present, value: value, present == nil ? .created : .set)
    }
  }

  static func variable(_ key: String, isSecret: Bool) -> Node {
    .object([
      "id": Node(.string(UUIDText.write(UUID()))), "key": Node(.string(key)),
      "encrypted_value": "unset", "environment": "production",
      "is_secret": Node(.bool(isSecret)), "category": isSecret ? "api" : "system",
      "description": "Read at start", "example_value": "none", "required": true,
      "created_at": "2026-11-01T00:00:00Z", "updated_at": "2026-11-01T00:00:00Z",
    ])
  }

  // MARK: Looking

  func entries(_ kind: EntityKind) -> [SealedEntry] { files.snapshot.sealedEntries(kind) ?? [] }

  func entry(
    _ name: String, _ environment: String = "production"
  ) throws -> SealedEntry {
    let found = EntityKind.allCases.flatMap(entries).first {
      $0.name == name && $0.node["environment"]?.text == environment
    }
    guard let found else { throw MalformedValue("no entry '\(name)'") }
    return found
  }

  /// What verification finds, as a set.
  var faultKinds: Set<VaultFault.Kind> { Set(verification.faults.map(\.kind)) }

  var noticeKinds: Set<VaultNotice.Kind> { Set(verification.notices.map(\.kind)) }

  /// The files of the ledger.
  var ledger: [LedgerFile] {
    get { (try? files.ledger.files()) ?? [] }
    set { files.ledger = .files(newValue) }
  }

  var tips: [Hash256] { verification.state.tips.map(\.hash) }

  var manifest: VaultManifest {
    get throws {
      guard let source = files.manifest else { throw MalformedValue("no vault.json") }
      return try VaultManifest.read(source)
    }
  }

  // MARK: An editor

  /// Edits the fields of an entry in its file.
  mutating func edit(
    _ name: String, _ environment: String = "production", _ body: (inout Node) throws -> Void
  ) throws {
    let entry = try entry(name, environment)
    var nodes = entries(entry.kind).map(\.node)
    try body(&nodes[entry.index])
    replaceEntries(entry.kind, nodes)
  }

  mutating func replaceEntries(_ kind: EntityKind, _ nodes: [Node]) {
    replace(
      kind,
      JSONWriter.document(
        Node(.object([Node.Member(key: kind.listKey, value: Node(.array(nodes)))]))))
  }

  mutating func replaceManifest(_ text: String) {
    files.manifest = SourceText(name: VaultManifest.fileName, text)
  }

  mutating func editManifest(_ body: (inout VaultManifest) throws -> Void) throws {
    var manifest = try manifest
    try body(&manifest)
    replaceManifest(manifest.text)
  }

  // MARK: A program of the attacker's own

  /// Makes a change with all the rights of an owner, and signs it as someone else.
  ///
  /// - Parameter signer: Whose key signs; the author's own unless given.
  @discardableResult
  mutating func forge(
    by author: String, signedBy signer: String? = nil, after: [Hash256]? = nil,
    at time: Timestamp? = nil, _ body: (inout VaultDraft) throws -> Void
  ) throws -> SignedChange {
    now = now.adding(seconds: 60)
    var draft = try VaultDraft(open(as: "anna"), at: now)
    try body(&draft)
    let signed = try sign(
      draft.records, by: author, signedBy: signer, after: after ?? tips, at: time ?? now)
    replaceManifest(draft.manifest.text)
    for kind in EntityKind.allCases {
      guard let changes = draft.changes[kind] else { continue }
      replace(kind, String(decoding: changes.bytes(in: files.snapshot), as: UTF8.self))
    }
    return signed
  }

  /// Signs records and puts the change into the ledger, as it is.
  @discardableResult
  mutating func sign(
    _ records: [ChangeRecord], by author: String, signedBy signer: String? = nil,
    after: [Hash256], at time: Timestamp, vault: Hash256? = nil
  ) throws -> SignedChange {
    let change = Change(
      vault: try vault ?? manifest.id, author: try MemberName(author), time: time, after: after,
      records: records)
    let (signed, file) = try SignedChange.sign(change, by: identity(signer ?? author))
    ledger.append(file)
    ledger.sort { $0.name < $1.name }
    return signed
  }
}

extension Node {
  /// The object without a member.
  func without(_ key: String) -> Node { Node(.object(members.filter { $0.key != key })) }

  /// The object with a member under another name, in its place.
  func renaming(_ key: String, to other: String) -> Node {
    Node(.object(members.map { $0.key == key ? Member(key: other, value: $0.value) : $0 }))
  }
}

/// Expects exactly these kinds of faults, and says which there are.
func expect(
  _ kinds: Set<VaultFault.Kind>, in fixture: VaultFixture,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let faults = fixture.verification.faults
  #expect(
    Set(faults.map(\.kind)) == kinds, "\(faults.map(\.message))", sourceLocation: sourceLocation)
}
