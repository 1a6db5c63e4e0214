import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// Changes that are well signed, by someone who was not entitled to them.
@Suite struct ForgedChangeTests {
  private func expect(
    _ kinds: Set<VaultFault.Kind>, in fixture: VaultFixture,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let faults = fixture.verification.faults
    #expect(
      Set(faults.map(\.kind)) == kinds, "\(faults.map(\.message))", sourceLocation: sourceLocation)
  }

  // MARK: Beyond grants

  enum Overreach: CaseIterable {
    case addMember, raiseOwnGrants, becomeOwner, removeMember, replaceKeys, changeSettings
    case rotateKeys, setValue, removeEntry, createEntry, moveEntryIn, moveEntryOut
  }

  private func overreach(_ what: Overreach, _ draft: inout VaultDraft) throws {
    switch what {
    case .addMember:
      try draft.add(Member(MemberName("eve"), Identity.generate().publicKeys, isOwner: true))
    case .raiseOwnGrants: try draft.change("bob", grants: [Grant("admin:*:*")], isOwner: false)
    case .becomeOwner: try draft.change("bob", grants: [], isOwner: true)
    case .removeMember: try draft.removeMember("carol")
    case .replaceKeys:
      try draft.replaceKeys(of: "anna", with: Identity.generate().publicKeys, isStolen: true)
    case .changeSettings:
      var settings = draft.manifest.settings
      settings.keep = 0
      try draft.change(settings)
    case .rotateKeys: try draft.rotateAllKeys()
    case .setValue: try put(&draft, "stripe", "production", "set") { _ in }
    case .removeEntry: try draft.remove(entry(draft, "stripe", "production"))
    case .createEntry:
      let node = VaultFixture.credential(
        "paypal", "production", category: "payment", level: "read_only")
      try draft.put(node, .credential, over: nil, value: .secret(Secret("pp")), .created)
    case .moveEntryIn:
      try put(&draft, "stripe", "production", "edited") { $0.setMember("environment", "staging") }
    case .moveEntryOut:
      try put(&draft, "resend", "staging", "edited") { $0.setMember("access_level", "admin") }
    }
  }

  private func entry(
    _ draft: VaultDraft, _ name: String, _ environment: String
  ) throws -> SealedEntry {
    try #require(
      draft.vault.verified.entries(.credential).first {
        $0.name == name && $0.node["environment"]?.text == environment
      })
  }

  private func put(
    _ draft: inout VaultDraft, _ name: String, _ environment: String, _ action: String,
    _ body: (inout Node) -> Void
  ) throws {
    let entry = try entry(draft, name, environment)
    var node = entry.node
    body(&node)
    try draft.put(
      node, .credential, over: entry, value: .secret(Secret("x")),
      #require(ChangeAction(rawValue: action)))
  }

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

  // MARK: Removed members

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

  // MARK: The form of a ledger

  @Test func aChangeOfAnotherVaultDoesNotCount() throws {
    var fixture = try VaultFixture.stage()
    // Of the same person's other vault, and yet it names this one's past.
    let record = ChangeRecord(
      .removed, .credential, try fixture.entry("stripe").id ?? "",
      revision: 3, compartment: Compartment("production/credential/payment/read_only"))
    let foreign = SHA256.hash(Array("another vault".utf8))
    try fixture.sign(
      [record], by: "anna", after: fixture.tips, at: fixture.now, vault: foreign)
    expect([.changeForeign], in: fixture)
  }

  @Test func aChangeFileOfAnotherVaultDoesNotCount() throws {
    var fixture = try VaultFixture.stage()
    var other = try VaultFixture()
    try other.set("stripe", value: "old")
    fixture.files.ledger += other.files.ledger.suffix(1)
    expect([.changeMissing], in: fixture)
    fixture.files.ledger += other.files.ledger.prefix(1)
    expect([.changeForeign], in: fixture)
  }

  @Test(arguments: [-86_400, 86_400])
  func thereIsOneFounding(_ shift: Int64) throws {
    var fixture = try VaultFixture.stage()
    let founding = try VaultFounding(
      founder: MemberName("anna"), fixture.identity("anna"), at: fixture.now.adding(seconds: shift))
    fixture.files.ledger.append(
      LedgerFile(
        name: founding.change.fileName, bytes: Array((founding.files.first?.text ?? "").utf8)))
    #expect(fixture.faultKinds.contains(.changeForeign))
  }

  @Test(arguments: [1, 2, 4, 5, UInt64.max])
  func aRevisionIsTheNextOne(_ revision: UInt64) throws {
    let stage = try VaultFixture.stage()
    // Its value has been set twice.
    var fixture = stage
    try fixture.forge(by: "carol") { draft in
      try overreach(.setValue, &draft)
      draft.records[0].revision = revision
    }
    expect([.changeAltered], in: fixture)
    var more = fixture
    let record = ChangeRecord(
      .removed, .credential, try stage.entry("stripe").id ?? "", revision: revision &+ 1,
      compartment: Compartment("production/credential/payment/read_only"))
    if revision < .max {
      try more.sign([record], by: "carol", after: fixture.tips, at: fixture.now)
    } else {
      var again = record
      again.revision = .max
      try more.sign([again], by: "carol", after: fixture.tips, at: fixture.now)
    }
    expect([.changeAltered], in: more)
  }

  @Test func aChangeHasOneRecordOnAnEntity() throws {
    var fixture = try VaultFixture.stage()
    try fixture.forge(by: "carol") { draft in
      try overreach(.setValue, &draft)
      draft.records.append(draft.records[0])
    }
    expect([.changeAltered], in: fixture)
  }

  @Test func aChangeIsNotMadeLongBeforeItsParents() throws {
    for (seconds, kinds) in [(-300, []), (-301, [VaultFault.Kind.changeAltered])] {
      var fixture = try VaultFixture.stage()
      let time = fixture.now.adding(seconds: Int64(seconds))
      try fixture.forge(by: "olga", at: time) { try overreach(.changeSettings, &$0) }
      expect(Set(kinds), in: fixture)
    }
  }

  @Test func whatAChangeNamesIsThereOnce() throws {
    let stage = try VaultFixture.stage()
    let tip = try #require(stage.tips.first?.hex)
    let unknown = String(repeating: "0", count: 64)
    for (after, kind) in [
      ([unknown], VaultFault.Kind.changeMissing), ([tip, unknown], .changeMissing),
      ([tip, tip], .changeAltered), ([], .changeAltered), (["x"], .changeAltered),
      ([tip.uppercased()], .changeAltered),
    ] {
      var fixture = stage
      let record = ChangeRecord(
        .settingsChanged, .settings, "settings", revision: 2, digest: VaultSettings().digest)
      try fixture.addRaw(
        [stage.header(after: after.sorted()), JSONWriter.line(record.node)], by: "anna")
      expect([kind], in: fixture)
    }
  }

  @Test(arguments: [
    #"{"action":"settings_changed","type":"settings","id":"settings","rev":1e400}"#,
    #"{"action":"settings_changed","type":"settings","id":"settings","rev":18446744073709551616}"#,
    #"{"action":"settings_changed","type":"settings","id":"settings","rev":0}"#,
    #"{"action":"frobnicated","type":"settings","id":"settings","rev":2}"#,
    #"{"action":"set","type":"settings","id":"settings","rev":2}"#,
    #"{"action":"admitted","type":"change","id":"x","rev":1}"#,
    "null", "[]", "", #""x""#, #"{"a":1,"a":1}"#,
  ])
  func aLineThatIsNoRecordIsNoticed(_ line: String) throws {
    var fixture = try VaultFixture.stage()
    try fixture.addRaw([fixture.header(after: fixture.tips.map(\.hex)), line], by: "anna")
    expect([.changeAltered], in: fixture)
  }
}

extension VaultFixture {
  /// The changes of the ledger in its order.
  var changes: [SignedChange] { Ledger(files.ledger).changes }

  func header(after: [String]) throws -> String {
    let hashes = after.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"format":"flyconf.change/1","vault":"\#(try manifest.id.hex)","author":"anna","#
      + #""time":"\#(now.description)","after":[\#(hashes)]}"#
  }

  /// Signs lines that no change has, and names the file as it ought to be.
  mutating func addRaw(_ lines: [String], by name: String) throws {
    let content = lines.map { $0 + "\n" }.joined()
    let signature = try identity(name).sign(
      SignedMessage.change(
        vault: manifest.id.hex, content: SHA256.hash(Array(content.utf8))))
    let text = content + #"{"signature":"\#(Base64URL.encode(signature))"}"# + "\n"
    let hash = SHA256.hash(Array(text.utf8))
    let time = now.description.replacing("-", with: "").replacing(":", with: "")
    files.ledger.append(
      LedgerFile(name: "\(time)-\(name)-\(hash.hex.prefix(8)).jsonl", bytes: Array(text.utf8)))
  }
}
