import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// Who can have read what is in use and should not know it, as the ledger tells it.
@Suite struct ExposureTests {
  /// A vault in which bob can read the payments of production, and eve the mail.
  private static func fixture() throws -> VaultFixture {
    var fixture = try VaultFixture()
    try fixture.join("bob", grants: ["read_only:payment:production"])
    try fixture.join("eve", grants: ["read_only:email:*"])
    try fixture.set("stripe", value: "sk_1")
    try fixture.set("mailgun", category: "email", value: "mg_1")
    try fixture.set("paypal", "staging", value: "pp_1")
    return fixture
  }

  /// Each exposed value with its member and cause.
  private func exposed(_ fixture: VaultFixture) throws -> [String] {
    try fixture.verified().exposures.map { exposure in
      "\(exposure.entry.name ?? "") \(exposure.member) \(exposure.cause.rawValue)"
    }
  }

  @Test func whatAMemberCouldReadIsExposedWhenItLeaves() throws {
    var fixture = try Self.fixture()
    #expect(try exposed(fixture) == [])
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    #expect(try exposed(fixture) == ["stripe bob removed"])
    #expect(try fixture.verified().exposures.map(\.since) == [fixture.now])
  }

  @Test func anotherValueEndsItAndANewKeyDoesNot() throws {
    var fixture = try Self.fixture()
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    try fixture.change(as: "anna") {
      try $0.rotateKeys(
        of: Set($0.vault.verified.exposures.compactMap(\.entry.compartment)), reason: nil)
    }
    #expect(try exposed(fixture) == ["stripe bob removed"])
    try fixture.change(as: "anna") {
      try $0.setCredential(
        DraftedCredentialTests.entry("stripe", $0), CredentialFields(priority: .low),
        value: nil, newID: UUID())
    }
    #expect(try exposed(fixture) == ["stripe bob removed"])
    try fixture.set("stripe", value: "sk_2")
    #expect(try exposed(fixture) == [])
  }

  @Test func stolenKeysExposeWhatTheyOpenAndGivenUpOnesDoNot() throws {
    var fixture = try Self.fixture()
    let keys = try (0...1).map { _ in try Identity.generate().publicKeys }
    try fixture.change(as: "anna") {
      try $0.replaceKeys(of: "bob", with: keys[0], isStolen: false)
    }
    #expect(try exposed(fixture) == [])
    try fixture.change(as: "anna") {
      try $0.replaceKeys(of: "bob", with: keys[1], isStolen: true)
    }
    #expect(try exposed(fixture) == ["stripe bob keys_stolen"])
  }

  @Test func narrowedGrantsExposeWhatTheyNoLongerCover() throws {
    var fixture = try Self.fixture()
    try fixture.change(as: "anna") {
      try $0.change("eve", grants: [Grant("read_only:email:staging")], isOwner: false)
    }
    #expect(try exposed(fixture) == ["mailgun eve grants_narrowed"])
    // One who is let in again may know it.
    try fixture.change(as: "anna") {
      try $0.change("eve", grants: [Grant("read_only:email:*")], isOwner: false)
    }
    #expect(try exposed(fixture) == ["mailgun eve grants_narrowed"])
  }

  @Test func whatWasSealedAfterwardsIsNotExposed() throws {
    var fixture = try Self.fixture()
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    try fixture.set("adyen", value: "ad_1")
    #expect(try exposed(fixture) == ["stripe bob removed"])
  }

  @Test func aValueThatIsMovedOutOfReachIsExposedToWhoCouldReadItBefore() throws {
    var fixture = try Self.fixture()
    let move = try fixture.change(as: "anna") {
      try $0.setCredential(
        DraftedCredentialTests.entry("stripe", $0), CredentialFields(accessLevel: .admin),
        value: nil, newID: UUID())
    }
    #expect(try exposed(fixture) == ["stripe bob moved"])
    #expect(move.events.map(\.kind) == [.exposed])
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    #expect(try exposed(fixture) == ["stripe bob removed"])
    try fixture.set("stripe", value: "sk_2")
    #expect(try exposed(fixture) == [])
  }

  @Test func aValueSetMeanwhileOnAnotherBranchIsExposed() throws {
    let base = try Self.fixture()
    var (ours, theirs) = (base, base)
    try ours.change(as: "anna") { try $0.removeMember("bob") }
    theirs.now = ours.now
    try theirs.set("paddle", value: "pd_1")
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(try exposed(merged) == ["stripe bob removed", "paddle bob removed"])
  }

  @Test func aValueThatComesBackIsKnownToWhoKnewItThen() throws {
    var fixture = try Self.fixture()
    fixture.now = fixture.now.adding(seconds: 30 * 86_400)
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    func rotate(_ body: @escaping (inout VaultDraft, SealedEntry) throws -> Void) throws {
      try fixture.change(as: "anna") { draft in
        try body(&draft, try DraftedCredentialTests.entry("stripe", draft))
      }
    }
    try rotate { _ = try $0.rotate($1, to: Secret("sk_2"), supersededID: UUID()) }
    #expect(try exposed(fixture) == [])
    try rotate { _ = try $0.rotateBack($1, supersededID: UUID()) }
    #expect(try fixture.reveal("stripe") == "sk_1")
    #expect(try exposed(fixture) == ["stripe bob removed"])
    // Back again to the one that bob never saw.
    try rotate { _ = try $0.rotateBack($1, supersededID: UUID()) }
    #expect(try fixture.reveal("stripe") == "sk_2")
    #expect(try exposed(fixture) == [])
  }

  @Test func aMachineThatRemembersTheLedgerSaysTheSame() throws {
    var fixture = try Self.fixture()
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    try fixture.change(as: "anna") { draft in
      let entry = try DraftedCredentialTests.entry("mailgun", draft)
      _ = try draft.rotate(entry, to: Secret("mg_2"), supersededID: UUID())
    }
    var writer = StateWriter()
    writer.write(try fixture.verified().state)
    let bytes = writer.bytes
    var reader = StateReader(bytes, from: 0, to: bytes.count)
    let state = try reader.state()
    let history = try #require(state.history(.credential, entryID(fixture)))
    #expect(history.valueChanges.count == 1)
    #expect(history.supersededValueChanges.map(\.count) == [1])
  }

  private func entryID(_ fixture: VaultFixture) throws -> String {
    let entry = try fixture.verified().credentials.current("mailgun", in: .production).first
    return try #require(entry?.id)
  }
}
