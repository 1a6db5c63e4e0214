import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// Changes that are well signed, by someone who was not entitled to them.
@Suite struct ForgedChangeTests {
  @Test(arguments: Overreach.allCases)
  func aLimitedMemberIsNoticed(_ what: Overreach) throws {
    var fixture = try VaultFixture.stage()
    try fixture.forge(by: "bob") { try overreach(what, &$0) }
    expect([.grantMissing], in: fixture)
  }

  @Test(arguments: [Overreach.setValue, .createEntry, .removeEntry])
  func aServiceWritesNothing(_ what: Overreach) throws {
    var fixture = try VaultFixture.stage()
    try fixture.forge(by: "ci") { try overreach(what, &$0) }
    expect([.grantMissing], in: fixture)
  }

  @Test func anOwnerMayDoAllOfIt() throws {
    for what in Overreach.allCases {
      var fixture = try VaultFixture.stage()
      try fixture.forge(by: "olga") { try overreach(what, &$0) }
      expect([], in: fixture)
    }
  }

  @Test(arguments: Overreach.allCases)
  func nobodySignsInAnothersName(_ what: Overreach) throws {
    var fixture = try VaultFixture.stage()
    try fixture.forge(by: "anna", signedBy: "bob") { try overreach(what, &$0) }
    expect([.changeAltered], in: fixture)
  }

  @Test func aStrangerIsNoMember() throws {
    var fixture = try VaultFixture.stage()
    fixture.identities["eve"] = try Identity.generate()
    try fixture.forge(by: "eve") { try overreach(.setValue, &$0) }
    expect([.authorUnknown], in: fixture)
  }

  @Test func aRecordThatNamesAnotherCompartmentIsNoticed() throws {
    let staging = Compartment("staging/credential/payment/read_only")
    var fixture = try VaultFixture.stage()
    try fixture.forge(by: "bob") { draft in
      try overreach(.setValue, &draft)
      draft.records[0].compartment = staging
    }
    expect([.grantMissing], in: fixture)
    fixture = try VaultFixture.stage()
    try fixture.forge(by: "bob") { draft in
      try overreach(.createEntry, &draft)
      draft.records[0].compartment = staging
    }
    expect([.grantMissing], in: fixture)
  }

  @Test func aReferenceNeedsTheRightToRevealItsTarget() throws {
    var fixture = try VaultFixture.stage()
    try fixture.join("dora", grants: ["read_write:api:*"])
    let target = try UUIDText.read(fixture.entry("stripe").id ?? "")
    let entry = try fixture.entry("API_KEY")
    try fixture.forge(by: "dora") { draft in
      try draft.put(entry.node, .variable, over: entry, value: .reference(target), .set)
    }
    expect([.grantMissing], in: fixture)
  }

  // MARK: Keys

  @Test func nobodyWrapsAKeyToThemselves() throws {
    let stage = try VaultFixture.stage()
    var fixture = stage
    let compartment = try #require(Compartment("production/credential/payment/read_only"))
    try fixture.editManifest { manifest in
      let index = try #require(manifest.keyring.firstIndex { $0.compartment == compartment })
      manifest.keyring[index].wraps.append(
        KeyWrap(try MemberName("bob"), payload: manifest.keyring[index].wraps[0].payload))
      manifest.keyring[index].wraps.sort { $0.member < $1.member }
    }
    expect([.keySwapped], in: fixture)
    let key = try #require(fixture.manifest.keyring.first { $0.compartment == compartment })
    let record = ChangeRecord(
      .keyWrapped, .key, key.id, revision: 2, digest: key.digest, compartment: compartment)
    var signed = fixture
    try signed.sign([record], by: "bob", after: stage.tips, at: fixture.now)
    expect([.grantMissing], in: signed)
    // Not even an owner gives a key to someone without a grant.
    signed = fixture
    let last = stage.verification.state.history(.key, key.id)?.last?.record.revision ?? 0
    var owned = record
    owned.revision = last + 1
    try signed.sign([owned], by: "olga", after: stage.tips, at: fixture.now)
    expect([.keySwapped], in: signed)
  }

  /// Who may make the first key of a compartment must not make one that is there already.
  @Test func aKeyIsMadeOnlyOnce() throws {
    let stage = try VaultFixture.stage()
    let unused = try #require(Compartment("staging/credential/email/read_write"))
    let compartment = try #require(Compartment("production/credential/payment/read_only"))
    for lie in [unused, compartment] {
      var fixture = stage
      try fixture.editManifest { manifest in
        let index = try #require(manifest.keyring.firstIndex { $0.compartment == compartment })
        let wraps = manifest.keyring[index].wraps
        manifest.keyring[index].wraps = zip(wraps, wraps.reversed()).map {
          KeyWrap($0.member, payload: $1.payload)
        }
      }
      let key = try #require(fixture.manifest.keyring.first { $0.compartment == compartment })
      let next = stage.verification.state.nextRevision(.key, key.id)
      for revision in [1, next] {
        var forged = fixture
        let record = ChangeRecord(
          .keyCreated, .key, key.id, revision: revision, digest: key.digest, compartment: lie)
        try forged.sign([record], by: "bob", after: stage.tips, at: fixture.now)
        #expect(!forged.verification.isSound)
      }
    }
  }

  @Test func aKeyIsNotClaimedForAnotherCompartment() throws {
    let stage = try VaultFixture.stage()
    let unused = try #require(Compartment("staging/credential/email/read_write"))
    let key = try #require(
      stage.manifest.keyring.first {
        $0.compartment.text == "production/credential/payment/read_only"
      })
    // As if it had been made at the same time as the true one, right after bob had joined.
    let joined = try #require(stage.changes.first { $0.change.records.first?.id == "bob" })
    var fixture = stage
    let record = ChangeRecord(
      .keyCreated, .key, key.id, revision: 1, digest: key.digest, compartment: unused)
    try fixture.sign([record], by: "bob", after: [joined.hash], at: fixture.now)
    #expect(!fixture.verification.isSound)
  }

  @Test func nothingIsSealedUnderARetiredKey() throws {
    let stage = try VaultFixture.stage()
    var fixture = stage
    try fixture.change(as: "anna") { try $0.rotateAllKeys() }
    let compartment = try #require(Compartment("production/credential/payment/read_only"))
    let old = try stage.open(as: "carol").dataKey(
      #require(stage.verification.state.primaryKey(of: compartment)))
    try fixture.forge(by: "carol") { draft in
      draft.newKeys[compartment] = old
      try overreach(.setValue, &draft)
    }
    expect([.keySwapped], in: fixture)
  }

  @Test func anEntryLeftUnderARetiredKeyIsNoticed() throws {
    var fixture = try VaultFixture.stage()
    let before = fixture.text(of: .credential)
    try fixture.forge(by: "olga") { draft in
      try draft.rotateAllKeys()
      draft.records.removeAll { $0.type == .credential }
    }
    fixture.replace(.credential, before)
    expect([.keySwapped], in: fixture)
  }
}
