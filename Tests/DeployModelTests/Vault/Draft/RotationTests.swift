import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

@Suite struct RotationTests {
  /// A vault with one credential, created on the day before the rotation.
  private static func fixture(keep: Int = 3) throws -> VaultFixture {
    var settings = VaultSettings()
    settings.keep = keep
    var fixture = try VaultFixture(settings: settings)
    try fixture.change(as: "anna") {
      try $0.createCredential(
        "stripe", in: .production, DraftedCredentialTests.texts, value: Secret("sk_0"), id: UUID())
    }
    fixture.now = fixture.now.adding(seconds: 86_400)
    return fixture
  }

  private static func current(_ fixture: VaultFixture) throws -> SealedEntry {
    try #require(fixture.verified().credentials.current("stripe", in: .production).first)
  }

  @discardableResult
  private static func rotate(
    _ fixture: inout VaultFixture, to value: String, as name: String = "anna"
  ) throws -> Rotation {
    var rotation: Rotation?
    try fixture.change(as: name) { draft in
      let entry = try DraftedCredentialTests.entry("stripe", draft)
      rotation = try draft.rotate(entry, to: Secret(value), supersededID: UUID())
    }
    return try #require(rotation)
  }

  @Test func theRecordKeepsItsIDAndTheOldValueMovesToANewOne() throws {
    var fixture = try Self.fixture()
    let before = try Self.current(fixture)
    let rotation = try Self.rotate(&fixture, to: "sk_1")
    #expect(fixture.verification.faults == [])
    let after = try Self.current(fixture)
    #expect(after.id == before.id)
    #expect(after.previous == rotation.superseded)
    #expect(after.node["created_date"]?.text == "2026-11-23")
    #expect(after.node["last_rotated"]?.text == "2026-11-24")
    #expect(after.node["next_rotation"]?.text == "2026-12-24")
    let vault = try fixture.open(as: "anna")
    #expect(try vault.reveal(after).text() == "sk_1")
    let chain = vault.verified.credentials.superseded(by: after)
    #expect(chain.map(\.id) == [rotation.superseded])
    #expect(try vault.reveal(chain[0]).text() == "sk_0")
    #expect(chain[0].node["next_rotation"]?.text == "2026-12-23")
    #expect(chain[0].node["last_rotated"] == nil)
  }

  @Test func theProjectStaysValid() throws {
    var fixture = try Self.fixture(keep: 2)
    for round in 1...4 {
      fixture.now = fixture.now.adding(seconds: 86_400)
      try Self.rotate(&fixture, to: "sk_\(round)")
      #expect(fixture.errorCodes == [])
    }
  }

  @Test func theRecordsOfTheLedgerSayWhatWasDone() throws {
    var fixture = try Self.fixture(keep: 1)
    try Self.rotate(&fixture, to: "sk_1")
    let finished = try fixture.change(as: "anna") { draft in
      let entry = try DraftedCredentialTests.entry("stripe", draft)
      _ = try draft.rotate(entry, to: Secret("sk_2"), supersededID: UUID())
    }
    #expect(
      finished.change.change.records.map(\.action) == [.rotated, .superseded, .destroyed])
  }

  @Test func onlyTheLastValuesAreKept() throws {
    var fixture = try Self.fixture(keep: 2)
    let destroyed = try (1...4).map { try Self.rotate(&fixture, to: "sk_\($0)").destroyedCount }
    #expect(destroyed == [0, 0, 1, 1])
    let vault = try fixture.open(as: "anna")
    let chain = vault.verified.credentials.superseded(by: try Self.current(fixture))
    #expect(chain.count == 4)
    #expect(try chain.prefix(2).map { try vault.reveal($0).text() } == ["sk_3", "sk_2"])
    #expect(chain.suffix(2).map { $0.value } == [.destroyed, .destroyed])
  }

  /// Who goes back and forth loses no other value, and nothing is kept twice.
  @Test func theWayBackKeepsEachValueOnce() throws {
    var fixture = try Self.fixture()
    for round in 1...3 { try Self.rotate(&fixture, to: "sk_\(round)") }
    for (value, kept) in [
      ("sk_2", ["sk_3", "sk_1", "sk_0"]), ("sk_3", ["sk_2", "sk_1", "sk_0"]),
      ("sk_2", ["sk_3", "sk_1", "sk_0"]),
    ] {
      var rotation: Rotation?
      try fixture.change(as: "anna") { draft in
        let entry = try DraftedCredentialTests.entry("stripe", draft)
        rotation = try draft.rotateBack(entry, supersededID: UUID())
      }
      #expect(rotation?.destroyedCount == 0)
      #expect(try fixture.reveal("stripe") == value)
      #expect(try Self.kept(fixture) == kept)
    }
    #expect(fixture.errorCodes == [])
    #expect(throws: MalformedValue.self) { try Self.rotate(&fixture, to: "sk_0") }
    #expect(try Self.rotate(&fixture, to: "sk_4").destroyedCount == 1)
    #expect(try Self.kept(fixture) == ["sk_2", "sk_3", "sk_1"])
  }

  /// The superseded values that are kept, the newest first.
  private static func kept(_ fixture: VaultFixture) throws -> [String?] {
    let vault = try fixture.open(as: "anna")
    return try vault.verified.credentials.superseded(by: current(fixture)).compactMap { record in
      guard case .sealed = record.value else { return nil }
      return try vault.reveal(record).text()
    }
  }

  @Test func aVaultThatKeepsNothingDestroysAtOnce() throws {
    var fixture = try Self.fixture(keep: 0)
    #expect(try Self.rotate(&fixture, to: "sk_1").destroyedCount == 1)
    let chain = try fixture.verified().credentials.superseded(by: Self.current(fixture))
    #expect(chain.map(\.value) == [.destroyed])
    #expect(fixture.verification.faults == [])
  }

  @Test func aValueThatSomeoneMayKnowIsRefused() throws {
    var fixture = try Self.fixture(keep: 2)
    for round in 1...3 { try Self.rotate(&fixture, to: "sk_\(round)") }
    for value in ["sk_3", "sk_2", "sk_1"] {
      #expect(throws: MalformedValue.self) { try Self.rotate(&fixture, to: value) }
    }
    // What has been destroyed is no longer known here.
    try Self.rotate(&fixture, to: "sk_0")
  }

  @Test func whatHasNoValueIsNotRotated() throws {
    var fixture = try VaultFixture()
    fixture.replaceEntry("stripe", level: "read_only")
    #expect(throws: MalformedValue.self) { try Self.rotate(&fixture, to: "sk_1") }
  }

  @Test func suppressionsStayWithTheCredentialInUse() throws {
    var fixture = try Self.fixture()
    let text = fixture.text(of: .credential).replacing(
      #""purpose""#,
      with: #""flyconf:ignore": [{"rule": "FC316", "reason": "known"}], "purpose""#)
    fixture.replace(.credential, text)
    try Self.rotate(&fixture, to: "sk_1")
    let current = try Self.current(fixture)
    #expect(current.node["flyconf:ignore"] != nil)
    let chain = try fixture.verified().credentials.superseded(by: current)
    #expect(chain[0].node["flyconf:ignore"] == nil)
  }

  @Test func oldRecordsOfAnotherCompartmentAreLeftToThoseWhoMayChangeThem() throws {
    var fixture = try Self.fixture(keep: 1)
    try Self.rotate(&fixture, to: "sk_1")
    try fixture.change(as: "anna") {
      try $0.setCredential(
        DraftedCredentialTests.entry("stripe", $0), CredentialFields(category: .ai), value: nil,
        newID: UUID())
    }
    try fixture.join("bob", grants: ["read_write:ai:production"])
    #expect(try Self.rotate(&fixture, to: "sk_2", as: "bob").destroyedCount == 0)
    #expect(try Self.rotate(&fixture, to: "sk_3").destroyedCount == 2)
    #expect(fixture.verification.faults == [])
  }

  // MARK: Dates

  /// Created, last rotated, next rotation and priority before; both dates after, on 2026-11-24.
  @Test(arguments: [
    "2026-11-24 - 2026-12-24 high - 2026-12-24",
    "2026-11-01 - 2026-11-15 high 2026-11-24 2026-12-08",
    "2026-01-01 2026-11-01 2026-11-08 low 2026-11-24 2026-12-01",
    "2026-01-01 2026-11-01 2027-01-10 high 2026-11-24 2026-12-24",
    "2026-01-01 - 2026-06-30 medium 2026-11-24 2027-05-23",
    "2026-06-01 2026-05-01 2026-06-02 medium 2026-11-24 2027-02-22",
    "2026-12-24 - 2027-01-03 high - 2027-01-03",
    "2026-01-01 2026-11-24 2026-12-01 low 2026-11-24 2026-12-01",
  ])
  func datesMove(_ row: String) throws {
    let words = row.split(separator: " ").map { $0 == "-" ? nil : String($0) }
    var node = VaultFixture.credential(
      "stripe", "production", category: "payment", level: "read_only")
    let fields = ["created_date", "last_rotated", "next_rotation", "rotation_priority"]
    for (field, word) in zip(fields, words) {
      node.setMember(field, word.map { Node(.string($0)) })
    }
    let dates = RotationDates(
      SealedEntry(.credential, index: 0, node), on: try CalendarDate("2026-11-24"))
    #expect(dates.lastRotated?.description == words[4])
    #expect(dates.next.description == words[5])
  }
}
