import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// What someone signs who has left, or whose keys were stolen, and dates back.
@Suite struct RemovedMemberTests {
  @Test(arguments: [-86400, 0, 86400])
  func aRemovedMembersBackdatedChangeDoesNotCount(_ shift: Int64) throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    ours.now = ours.now.adding(seconds: 86_400)
    theirs.now = ours.now.adding(seconds: shift)
    try ours.change(as: "anna") { try $0.removeMember("bob") }
    try theirs.set("mailgun", "staging", category: "email", value: "mg", as: "bob")
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    expect([.changeNotAdmitted], in: merged)
    // What an owner admits counts; it is sealed under a key that bob knows.
    var admitted = merged
    let hash = try #require(theirs.tips.first)
    let record = ChangeRecord(.admitted, .change, hash.hex, revision: 1)
    try admitted.sign(
      [record], by: "anna", after: merged.tips, at: max(ours.now, theirs.now))
    expect([], in: admitted)
    #expect(admitted.noticeKinds == [.retiredKey])
    // Nobody admits their own.
    admitted = merged
    try admitted.sign([record], by: "bob", after: theirs.tips, at: theirs.now)
    #expect(admitted.faultKinds.contains(.grantMissing))
  }

  @Test(arguments: [-86400, 86400])
  func aStolenKeysBackdatedChangeDoesNotCount(_ shift: Int64) throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    ours.now = ours.now.adding(seconds: 86_400)
    theirs.now = ours.now.adding(seconds: shift)
    let new = try Identity.generate().publicKeys
    try ours.change(as: "anna") { try $0.replaceKeys(of: "olga", with: new, isStolen: true) }
    try theirs.change(as: "olga") { draft in
      try draft.change("bob", grants: [Grant("admin:*:*")], isOwner: true)
    }
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.faultKinds.contains(.changeNotAdmitted))
  }

  @Test func twoOwnersWhoRemoveEachOtherAreToldApart() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.change(as: "anna") { try $0.removeMember("olga") }
    theirs.now = theirs.now.adding(seconds: 30)
    try theirs.change(as: "olga") { try $0.removeMember("anna") }
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    expect([.changeNotAdmitted], in: merged)
  }

  @Test func whoHasLeftSignsNothing() throws {
    var fixture = try VaultFixture.stage()
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    try fixture.forge(by: "bob") { draft in
      try put(&draft, "resend", "staging", "set") { _ in }
    }
    expect([.grantMissing], in: fixture)
  }
}
