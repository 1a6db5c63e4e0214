import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// Rights that someone tries to get by a record that is judged as something else.
@Suite struct SmuggledRightsTests {
  /// The judge asks for a grant on the variable; who is a member is not a variable's to say.
  @Test(arguments: [RecordType.variable, .credential, .key])
  func onlyAMembersRecordSaysWhoIsAMember(_ type: RecordType) throws {
    var fixture = try VaultFixture.stage()
    let mallory = Member(
      try MemberName("bob"), try fixture.identity("bob").publicKeys, isOwner: true)
    let compartment = Compartment(
      "staging/\(type == .key ? "credential" : type.rawValue)/"
        + (type == .variable ? "api/read_only" : "email/read_only"))
    let id = type == .key ? String(repeating: "a", count: 20) : UUIDText.write(UUID())
    let record = ChangeRecord(
      type == .key ? .keyCreated : .created, type, id, revision: 1, digest: mallory.digest,
      compartment: compartment, member: mallory)
    try fixture.sign([record], by: "bob", after: fixture.tips, at: fixture.now)
    #expect(fixture.faultKinds.contains(.changeAltered))
    #expect(
      !(fixture.verification.state.members["bob"]?.entries.contains { $0.member.isOwner } ?? false))
  }

  @Test(arguments: ["mallory", "ABCDEF00-0000-4000-8000-000000000000", ""])
  func anEntrysRecordIsNamedByItsID(_ id: String) throws {
    var fixture = try VaultFixture.stage()
    let record = ChangeRecord(
      .created, .variable, id, revision: 1,
      compartment: Compartment("staging/variable/api/read_only"))
    try fixture.sign([record], by: "carol", after: fixture.tips, at: fixture.now)
    #expect(fixture.faultKinds.contains(.changeAltered))
  }

  /// Two changes of someone who has left, of which one admits the other.
  @Test func whatDoesNotCountAdmitsNothing() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    ours.now = ours.now.adding(seconds: 60)
    try ours.change(as: "anna") { try $0.removeMember("olga") }
    theirs.now = ours.now
    let backdoor = try theirs.forge(by: "olga") { draft in
      try draft.change("bob", grants: [Grant("admin:*:*")], isOwner: true)
    }
    try theirs.sign(
      [ChangeRecord(.admitted, .change, backdoor.hash.hex, revision: 1)], by: "olga",
      after: theirs.tips, at: theirs.now)
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    let refused = merged.verification.faults.filter { $0.kind == .changeNotAdmitted }
    #expect(refused.count == 2, "\(merged.verification.faults.map(\.message))")
  }

  /// Whoever gave a member new keys cannot have signed for what the old ones are said to.
  @Test func newKeysVouchForNothingThatTheOldOnesSigned() throws {
    var fixture = try VaultFixture.stage()
    let new = try Identity.generate()
    let impostor = try Identity.generate()
    let bobs = try fixture.identity("bob")
    fixture.identities["bob"] = impostor
    try fixture.forge(by: "bob") { draft in
      try put(&draft, "resend", "staging", "set") { _ in }
    }
    fixture.identities["bob"] = bobs
    #expect(fixture.faultKinds == [.changeAltered])
    let last = try #require(fixture.verification.state.history(.member, "bob")?.last?.record.member)
    var replaced = last
    replaced.keys = new.publicKeys
    replaced.formerSigningKeys = [last.keys.signingHex]
    try fixture.sign(
      [
        ChangeRecord(
          .memberAdded, .member, "bob", revision: 2, digest: replaced.digest, member: replaced)
      ], by: "anna", after: fixture.tips, at: fixture.now)
    fixture.identities["bob"] = new
    let entry = try fixture.entry("stripe", "staging")
    let record = ChangeRecord(
      .removed, .credential, try #require(entry.id),
      revision: fixture.verification.state.nextRevision(.credential, entry.id ?? ""),
      compartment: entry.compartment)
    try fixture.sign([record], by: "bob", after: fixture.tips, at: fixture.now)
    #expect(
      fixture.verification.faults.contains { $0.message.contains("is not signed by 'bob'") })
  }

  // MARK: Keys

  /// Someone was removed while a key was made that is wrapped for them.
  private func withStaleWrap() throws -> VaultFixture {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.change(as: "anna") { try $0.removeMember("bob") }
    theirs.now = ours.now
    try theirs.set("paypal", "staging", level: "read_write", value: "pp", as: "carol")
    return try VaultFixture.merge(ours, theirs, from: base)
  }

  @Test func nothingIsSealedUnderAKeyThatSomeoneHoldsWhoHasLeft() throws {
    var fixture = try withStaleWrap()
    #expect(fixture.noticeKinds.contains(.wrapsBehind), "\(fixture.faultKinds)")
    #expect(throws: VaultRefusal.self) {
      try fixture.set("paypal", "staging", value: "new", as: "carol")
    }
    let before = Set(try fixture.manifest.keyring.map(\.id))
    // Any change of members makes new keys where a wrap was left behind.
    try fixture.join("dan", grants: ["read_only:ai:staging"])
    #expect(fixture.faultKinds == [])
    try fixture.set("paypal", "staging", value: "new", as: "carol")
    let entry = try fixture.entry("paypal", "staging")
    guard case .sealed(let sealed) = entry.value else {
      Issue.record("not sealed")
      return
    }
    #expect(!before.contains(sealed.keyIdentifier))
  }
}
