import Documents
import Testing

@testable import DeployModel

@Suite struct VaultDraftTests {
  @Test func aNewVaultVerifies() throws {
    let fixture = try VaultFixture()
    #expect(fixture.verification.faults == [])
    #expect(fixture.verification.notices.map(\.kind) == [.singleOwner])
  }

  @Test func aValueThatWasSealedIsRevealed() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_live_1")
    try fixture.set("stripe", "staging", value: "sk_test_1")
    try fixture.set("stripe", value: "sk_live_2")
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("stripe") == "sk_live_2")
    #expect(try fixture.reveal("stripe", "staging") == "sk_test_1")
    #expect(!fixture.text(of: .credential).contains("sk_live"))
  }

  @Test func aMemberRevealsExactlyWhatTheGrantCovers() throws {
    var fixture = try VaultFixture()
    try fixture.set("resend", "staging", category: "email", value: "re_staging")
    try fixture.set("resend", category: "email", value: "re_live")
    try fixture.set("supabase", "staging", category: "database", level: "admin", value: "pg")
    try fixture.join("bob", grants: ["read_only:email:staging"])
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("resend", "staging", as: "bob") == "re_staging")
    #expect(throws: VaultRefusal.self) { try fixture.reveal("resend", as: "bob") }
    #expect(throws: VaultRefusal.self) { try fixture.reveal("supabase", "staging", as: "bob") }
    #expect(throws: VaultRefusal.self) {
      try fixture.set("resend", "staging", value: "mine", as: "bob")
    }
    let wraps = try #require(fixture.verification.manifest).keyring.filter { key in
      key.wraps.contains { $0.member.text == "bob" }
    }
    #expect(wraps.map(\.compartment.text) == ["staging/credential/email/read_only"])
  }

  @Test func someoneWhoLeavesHasNoKeyOfWhatIsSealedNow() throws {
    var fixture = try VaultFixture()
    try fixture.set("resend", category: "email", value: "re_live")
    try fixture.join("bob", grants: ["read_write:*:*"])
    try fixture.set("stripe", value: "sk_1", as: "bob")
    let before = fixture.text(of: .credential)
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    #expect(fixture.verification.faults == [])
    #expect(fixture.text(of: .credential) != before)
    #expect(try fixture.reveal("stripe") == "sk_1")
    let manifest = try #require(fixture.verification.manifest)
    #expect(manifest.keyring.count == 4)
    #expect(!manifest.keyring.contains { key in key.wraps.contains { $0.member.text == "bob" } })
    #expect(throws: VaultRefusal.self) { try fixture.open(as: "bob") }
  }

  @Test func rotatingKeysSealsEverythingAnew() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    try fixture.set("openai", category: "ai", value: "sk-2")
    try fixture.change(as: "anna") { try $0.rotateAllKeys() }
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("stripe") == "sk_1")
    #expect(try fixture.reveal("openai") == "sk-2")
  }

  @Test func theLastOwnerCannotLeave() throws {
    var fixture = try VaultFixture()
    #expect(throws: VaultRefusal.self) {
      try fixture.change(as: "anna") { try $0.removeMember("anna") }
    }
  }

  @Test func noChangeIsMadeBeforeTheOneItFollows() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    fixture.now = fixture.now.adding(seconds: -1000)
    #expect(throws: VaultRefusal.self) { try fixture.set("stripe", value: "sk_2") }
  }

  @Test func stolenKeysSignNothingAnyMore() throws {
    var fixture = try VaultFixture()
    try fixture.join("bob", grants: ["read_write:*:*"])
    try fixture.set("stripe", value: "sk_1", as: "bob")
    let new = try Identity.generate()
    try fixture.change(as: "anna") {
      try $0.replaceKeys(of: "bob", with: new.publicKeys, isStolen: true)
    }
    #expect(fixture.verification.faults == [])
    #expect(throws: VaultRefusal.self) { try fixture.open(as: "bob") }
    fixture.identities["bob"] = new
    #expect(try fixture.reveal("stripe", as: "bob") == "sk_1")
    try fixture.set("stripe", value: "sk_2", as: "bob")
    #expect(fixture.verification.faults == [])
  }
}
