import Documents
import FoundationEssentials

@testable import DeployModel

/// A project with a vault, held in memory, that identities of known names change.
struct VaultFixture {
  var files: VaultFiles
  var identities: [String: Identity] = [:]
  /// The moment of the next change; each one moves it by a minute.
  var now = Timestamp(secondsSinceEpoch: 1_795_392_000)

  /// A vault that `anna` has founded, with no entries.
  init(settings: VaultSettings = VaultSettings()) throws {
    let anna = try Identity.generate()
    identities["anna"] = anna
    let founding = try VaultFounding(
      founder: try MemberName("anna"), anna, settings: settings, at: now)
    let snapshot = ProjectSnapshot([
      .deployment: SourceText(name: "deployment.json", #"{"app_name":"harbour"}"#)
    ])
    files = VaultFiles(
      manifest: SourceText(name: "vault.json", founding.manifest.text),
      ledger: [
        LedgerFile(
          name: founding.change.fileName, bytes: Array((founding.files.first?.text ?? "").utf8))
      ],
      snapshot: snapshot)
  }

  var verification: VaultVerification { VaultVerification(files) }

  func verified() throws -> VerifiedVault { try VerifiedVault(files) }

  func identity(_ name: String) throws -> Identity {
    guard let identity = identities[name] else { throw MalformedValue("no identity '\(name)'") }
    return identity
  }

  func open(as name: String) throws -> OpenVault {
    try OpenVault(verified(), by: identity(name))
  }

  /// Makes a change by a member and keeps what it leads to.
  @discardableResult
  mutating func change(
    as name: String, _ body: (inout VaultDraft) throws -> Void
  ) throws -> FinishedChange {
    now = now.adding(seconds: 60)
    var draft = try VaultDraft(open(as: name), at: now)
    try body(&draft)
    let finished = try draft.finish()
    files = finished.verified.files
    return finished
  }

  /// Lets someone in with grants.
  mutating func join(
    _ name: String, grants: [String] = [], isOwner: Bool = false, isService: Bool = false
  ) throws {
    let identity = try Identity.generate()
    identities[name] = identity
    let member = Member(
      try MemberName(name), identity.publicKeys, grants: try grants.map { try Grant($0) },
      isOwner: isOwner, isService: isService)
    try change(as: "anna") { try $0.add(member) }
  }

  /// A new credential, or another value of one that is there.
  mutating func set(
    _ service: String, _ environment: String = "production", category: String = "payment",
    level: String = "read_only", value: String, as name: String = "anna"
  ) throws {
    try change(as: name) { draft in
      let present = draft.vault.verified.entries(.credential).first {
        $0.name == service && $0.node["environment"]?.text == environment
      }
      let node =
        present?.node ?? Self.credential(service, environment, category: category, level: level)
      try draft.put(
        node, .credential, over: present, value: .secret(Secret(value)),
        present == nil ? .created : .set)
    }
  }

  static func credential(
    _ service: String, _ environment: String, category: String, level: String
  ) -> Node {
    .object([
      "id": Node(.string(UUIDText.write(UUID()))), "service_name": Node(.string(service)),
      "service_category": Node(.string(category)), "environment": Node(.string(environment)),
      "access_level": Node(.string(level)), "credential_type": "api_key",
      "encrypted_value": "unset", "created_date": "2026-11-01", "next_rotation": "2026-11-30",
      "rotation_priority": "high", "purpose": "Charges customers",
      "usage_context": "Read by the billing worker",
    ])
  }

  func reveal(
    _ service: String, _ environment: String = "production", as name: String = "anna"
  ) throws -> String? {
    let vault = try open(as: name)
    let entry = vault.verified.entries(.credential).first {
      $0.name == service && $0.node["environment"]?.text == environment
    }
    guard let entry else { throw MalformedValue("no credential '\(service)'") }
    return try vault.reveal(entry).text()
  }

  // MARK: Tampering

  /// The text of a list file.
  func text(of kind: EntityKind) -> String {
    files.snapshot.source(of: kind.file).map { $0.text(of: $0.span) } ?? ""
  }

  /// Puts another text in the place of a list file.
  mutating func replace(_ kind: EntityKind, _ text: String) {
    var sources = files.snapshot.sourcesByFile
    sources[kind.file] = SourceText(name: kind.file.name, text)
    files.snapshot = ProjectSnapshot(sources)
  }
}
