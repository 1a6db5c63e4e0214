import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

@Suite struct DraftedVariableTests {
  private static func create(
    _ draft: inout VaultDraft, _ key: String, _ category: VariableCategory,
    isOptional: Bool = false, _ value: DraftedValue
  ) throws {
    try draft.createVariable(
      VariableKey(key), in: .production,
      VariableFields(category: category, description: "For tests", isOptional: isOptional),
      value: value, id: UUID())
  }

  private static func entry(_ key: String, _ draft: VaultDraft) throws -> SealedEntry {
    try #require(draft.vault.verified.entries(.variable).first { $0.name == key })
  }

  private static func set(
    _ fixture: inout VaultFixture, _ key: String, _ fields: VariableFields,
    _ value: DraftedValue, as name: String = "anna"
  ) throws {
    try fixture.change(as: name) {
      try $0.setVariable(entry(key, $0), fields, value: value, newID: UUID())
    }
  }

  private static func node(_ fixture: VaultFixture, _ key: String = "API_KEY") throws -> Node {
    try #require(fixture.files.snapshot.sealedEntries(.variable)?.first { $0.name == key }).node
  }

  @Test func aNewVariableIsSealedUnlessItIsPlain() throws {
    var fixture = try VaultFixture()
    let finished = try fixture.change(as: "anna") {
      try Self.create(&$0, "API_KEY", .api, .secret(Secret("k")))
      try Self.create(&$0, "PORT", .system, .plain("8080"))
      try Self.create(&$0, "NEW_CART", .featureFlag, .plain("on"))
      try Self.create(&$0, "SENTRY_DSN", .api, isOptional: true, .secret(Secret("dsn")))
    }
    #expect(fixture.verification.faults == [])
    let keys = ["API_KEY", "PORT", "NEW_CART", "SENTRY_DSN"]
    let nodes = try keys.map { try Self.node(fixture, $0) }
    #expect(nodes.map { $0["is_secret"]?.isEqual(to: true) } == [true, false, false, true])
    #expect(nodes.map { $0["required"]?.isEqual(to: true) } == [true, true, false, false])
    #expect(nodes[1]["encrypted_value"]?.text == "plain:8080")
    #expect(nodes[0]["created_at"]?.text == fixture.now.description)
    let digests = finished.change.change.records.filter { $0.type == .variable }.map(\.digest)
    #expect(digests.map { $0 == nil } == [false, true, true, false])
    #expect(!fixture.text(of: .variable).contains("dsn\""))
  }

  @Test func aMarkEditedInTheFileDoesNotMakeASecretPlain() throws {
    var fixture = try VaultFixture()
    try fixture.change(as: "anna") { try Self.create(&$0, "PORT", .system, .plain("8080")) }
    try Self.set(&fixture, "PORT", VariableFields(), .secret(Secret("8081")))
    let node = try Self.node(fixture, "PORT")
    #expect(node["is_secret"]?.isEqual(to: true) == true)
    #expect(node["encrypted_value"]?.text?.hasPrefix("fc1.") == true)
    #expect(fixture.verification.faults == [])
  }

  @Test func aSecretCategoryIsNeverPlain() throws {
    var fixture = try VaultFixture()
    #expect(throws: MalformedValue.self) {
      try fixture.change(as: "anna") { try Self.create(&$0, "API_KEY", .api, .plain("k")) }
    }
    try fixture.change(as: "anna") { try Self.create(&$0, "API_KEY", .api, .secret(Secret("k"))) }
    #expect(throws: MalformedValue.self) {
      try Self.set(&fixture, "API_KEY", VariableFields(), .plain("k"))
    }
    try Self.set(&fixture, "API_KEY", VariableFields(category: .system), .plain("k"))
    #expect(try Self.node(fixture)["encrypted_value"]?.text == "plain:k")
    #expect(try Self.node(fixture)["is_secret"]?.isEqual(to: false) == true)
    #expect(fixture.verification.faults == [])
  }

  @Test func nothingIsRecordedWhereNothingChanges() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let id = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first?.id)
    let reference = DraftedValue.reference(try UUIDText.read(id))
    let values: KeyValuePairs<String, DraftedValue> = [
      "API_KEY": .secret(Secret("k")), "PORT": .plain("8080"), "STRIPE_KEY": reference,
    ]
    try fixture.change(as: "anna") {
      for (key, value) in values {
        try Self.create(&$0, key, key == "PORT" ? .system : .api, value)
      }
    }
    var draft = try VaultDraft(fixture.open(as: "anna"), at: fixture.now)
    for (key, value) in values {
      try draft.setVariable(
        Self.entry(key, draft), VariableFields(), value: value, newID: UUID())
    }
    #expect(draft.isEmpty)
  }

  @Test func aChangeMovesTheTimeAndKeepsWhatIsNotSaid() throws {
    var fixture = try VaultFixture()
    try fixture.change(as: "anna") { try Self.create(&$0, "API_KEY", .api, .secret(Secret("k"))) }
    let created = fixture.now
    try Self.set(&fixture, "API_KEY", VariableFields(isOptional: true), .secret(Secret("k")))
    let node = try Self.node(fixture)
    #expect(node["created_at"]?.text == created.description)
    #expect(node["updated_at"]?.text == fixture.now.description)
    #expect(node["description"]?.text == "For tests")
    #expect(node["required"]?.isEqual(to: false) == true)
  }

  @Test func aMarkThatIsAbsentStaysAbsentForASecret() throws {
    var fixture = try VaultFixture()
    fixture.replace(
      .variable,
      """
      {"variables": [{"key": "API_KEY", "encrypted_value": "unset", "environment": "production",
        "category": "api", "description": "For tests"}]}
      """)
    let id = UUID()
    try fixture.change(as: "anna") {
      try $0.setVariable(
        Self.entry("API_KEY", $0), VariableFields(), value: .secret(Secret("k")), newID: id)
    }
    let node = try Self.node(fixture)
    #expect(node["is_secret"] == nil)
    #expect(node["id"]?.text == UUIDText.write(id))
    #expect(node["created_at"]?.text == fixture.now.description)
    #expect(fixture.verification.faults == [])
  }

  @Test func onlyWhoMayRevealACredentialCanReferToIt() throws {
    var fixture = try VaultFixture()
    try fixture.set("supabase", category: "database", level: "admin", value: "pg")
    try fixture.join("bob", grants: ["read_write:database:production"])
    let id = try #require(fixture.files.snapshot.sealedEntries(.credential)?.first?.id)
    let value = DraftedValue.reference(try UUIDText.read(id))
    #expect(throws: VaultRefusal.self) {
      try fixture.change(as: "bob") { try Self.create(&$0, "DATABASE_URL", .database, value) }
    }
    try fixture.change(as: "anna") { try Self.create(&$0, "DATABASE_URL", .database, value) }
    let vault = try fixture.open(as: "anna")
    let entry = try #require(vault.verified.entries(.variable).first)
    #expect(try vault.reveal(entry).text() == "pg")
  }

  @Test func whatTheLedgerNeverKnewCanBeRemovedAllTheSame() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    fixture.replaceEntry("unset", level: "read_only")
    let finished = try fixture.change(as: "anna") {
      try $0.removeCredential(DraftedCredentialTests.entry("unset", $0))
    }
    #expect(finished.change.change.records.map(\.action) == [.removed])
    #expect(fixture.files.snapshot.sealedEntries(.credential)?.map(\.name) == ["stripe"])
    #expect(fixture.verification.faults == [])
  }
}
