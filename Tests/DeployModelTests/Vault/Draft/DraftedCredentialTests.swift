import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

@Suite struct DraftedCredentialTests {
  static let texts = CredentialFields(
    category: .payment, purpose: "Charges customers", usageContext: "Read by the worker")

  static func entry(_ service: String, _ draft: VaultDraft) throws -> SealedEntry {
    try #require(draft.vault.verified.credentials.current(service, in: .production).first)
  }

  @Test func aNewCredentialFollowsItsCategory() throws {
    var fixture = try VaultFixture()
    try fixture.change(as: "anna") {
      try $0.createCredential(
        "stripe", in: .production, Self.texts, value: Secret("sk_1"), id: UUID())
      var database = Self.texts
      database.category = .database
      try $0.createCredential(
        "supabase", in: .production, database, value: Secret("pg"), id: UUID())
    }
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("stripe") == "sk_1")
    let entries = fixture.files.snapshot.sealedEntries(.credential) ?? []
    #expect(entries.map { $0.node["credential_type"]?.text } == ["api_key", "connection_string"])
    #expect(entries.map { $0.node["access_level"]?.text } == ["read_only", "admin"])
    #expect(entries.map { $0.node["created_date"]?.text } == ["2026-11-23", "2026-11-23"])
    #expect(entries.map { $0.node["next_rotation"]?.text } == ["2026-12-23", "2026-12-23"])
    #expect(fixture.errorCodes == [])
  }

  @Test func aPriorityThatIsGivenSetsTheSchedule() throws {
    var fixture = try VaultFixture()
    var fields = Self.texts
    fields.priority = .low
    fields.accessLevel = .admin
    fields.type = .token
    try fixture.change(as: "anna") {
      try $0.createCredential(
        "stripe", in: .staging, fields, value: Secret("sk_1"), id: UUID())
    }
    let node = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first?.node)
    #expect(node["next_rotation"]?.text == "2027-11-23")
    #expect(node["access_level"]?.text == "admin")
    #expect(node["credential_type"]?.text == "token")
  }

  @Test func aCorrectionLeavesTheDates() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let finished = try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("stripe", $0), CredentialFields(purpose: "Refunds"), value: Secret("sk_2"),
        newID: UUID())
    }
    #expect(try fixture.reveal("stripe") == "sk_2")
    let node = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first?.node)
    #expect(node["created_date"]?.text == "2026-11-01")
    #expect(node["next_rotation"]?.text == "2026-11-30")
    #expect(node["purpose"]?.text == "Refunds")
    #expect(finished.change.change.records.map(\.action) == [.set])
  }

  @Test func nothingIsRecordedWhereNothingChanges() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    var draft = try VaultDraft(fixture.open(as: "anna"), at: fixture.now)
    let entry = try Self.entry("stripe", draft)
    try draft.setCredential(
      entry, CredentialFields(purpose: "Charges customers"), value: Secret("sk_1"), newID: UUID())
    try draft.setCredential(entry, CredentialFields(), value: nil, newID: UUID())
    #expect(draft.isEmpty)
  }

  @Test func fieldsCanBeEditedWithoutTheValue() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let finished = try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("stripe", $0), CredentialFields(category: .ai, accessLevel: .admin), value: nil,
        newID: UUID())
    }
    #expect(try fixture.reveal("stripe") == "sk_1")
    let record = try #require(finished.change.change.records.last)
    #expect(record.action == .edited)
    #expect(record.compartment?.text == "production/credential/ai/admin")
  }

  @Test func anEntryWithoutValueGetsItsFirstOne() throws {
    var fixture = try VaultFixture()
    try fixture.set("openai", category: "ai", value: "sk")
    fixture.replaceEntry("stripe", level: "read_only")
    #expect(fixture.verification.faults == [])
    let finished = try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("stripe", $0), CredentialFields(), value: Secret("sk_1"), newID: UUID())
    }
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("stripe") == "sk_1")
    #expect(finished.change.change.records.contains { $0.action == .created })
    var draft = try VaultDraft(fixture.open(as: "anna"), at: fixture.now)
    fixture.replaceEntry("unset", level: "read_only")
    draft = try VaultDraft(fixture.open(as: "anna"), at: fixture.now)
    let unset = try Self.entry("unset", draft)
    #expect(throws: MalformedValue.self) {
      try draft.setCredential(unset, CredentialFields(purpose: "x"), value: nil, newID: UUID())
    }
  }

  @Test func aLevelLoweredInTheFileIsRefused() throws {
    var fixture = try VaultFixture()
    fixture.replaceEntry("supabase", category: "database", level: "read_only")
    #expect(throws: VaultRefusal.self) {
      try fixture.change(as: "anna") {
        try $0.setCredential(
          Self.entry("supabase", $0), CredentialFields(), value: Secret("pg"), newID: UUID())
      }
    }
    try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("supabase", $0), CredentialFields(accessLevel: .readOnly),
        value: Secret("pg"), newID: UUID())
    }
    #expect(try fixture.reveal("supabase") == "pg")
  }

  @Test func aHigherLevelInTheFileStays() throws {
    var fixture = try VaultFixture()
    fixture.replaceEntry("stripe", level: "admin")
    try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("stripe", $0), CredentialFields(), value: Secret("sk_1"), newID: UUID())
    }
    let entry = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first)
    #expect(entry.compartment?.text == "production/credential/payment/admin")
  }

  @Test func anEntryWithoutIDGetsOne() throws {
    var fixture = try VaultFixture()
    fixture.replaceEntry("stripe", level: "read_only", hasID: false)
    let id = UUID()
    try fixture.change(as: "anna") {
      try $0.setCredential(
        Self.entry("stripe", $0), CredentialFields(), value: Secret("sk_1"), newID: id)
    }
    #expect(fixture.files.snapshot.sealedEntries(.credential)?.first?.id == UUIDText.write(id))
    #expect(try fixture.reveal("stripe") == "sk_1")
  }

  @Test func whoMayNotChangeItCannotSetIt() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    try fixture.join("bob", grants: ["read_only:*:*"])
    #expect(throws: VaultRefusal.self) {
      try fixture.change(as: "bob") {
        try $0.setCredential(
          Self.entry("stripe", $0), CredentialFields(), value: Secret("sk_2"), newID: UUID())
      }
    }
  }

  @Test func whatUsesACredentialIsKnown() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let id = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first?.id)
    #expect(try CredentialUses(of: [id], in: fixture.verified()).isEmpty)
    let reference = try UUIDText.read(id)
    try fixture.change(as: "anna") {
      try $0.createVariable(
        VariableKey("STRIPE_KEY"), in: .production,
        VariableFields(category: .api, description: "Charges"), value: .reference(reference),
        id: UUID())
    }
    var sources = fixture.files.snapshot.sourcesByFile
    sources[.deployment] = SourceText(
      name: "deployment.json",
      #"{"app_name":"harbour","environments":{"staging":{"credentials":["\#(id)"]}}}"#)
    fixture.files.snapshot = ProjectSnapshot(sources)
    let uses = try CredentialUses(of: [id], in: fixture.verified())
    #expect(uses.variables == ["'STRIPE_KEY' (production)"])
    #expect(uses.isListedByDeployment)
  }
}

extension VaultFixture {
  /// The codes of all errors that the rules find in the entries.
  var errorCodes: [String] {
    files.snapshot.validate(at: now).filter {
      $0.rule.severity == .error && !($0.pointer ?? "").hasPrefix("/app_name")
        && $0.rule.code != "FC003"
    }.map(\.rule.code.text)
  }

  /// Puts a credential without a value into the file by hand, beside those that are there.
  mutating func replaceEntry(
    _ service: String, category: String = "payment", level: String, hasID: Bool = true
  ) {
    var node = Self.credential(service, "production", category: category, level: level)
    if !hasID { node.setMember("id", nil) }
    let present = files.snapshot.sealedEntries(.credential) ?? []
    let entries = present.map(\.node) + [node]
    replace(.credential, JSONWriter.document(.object(["credentials": Node(.array(entries))])))
  }
}
