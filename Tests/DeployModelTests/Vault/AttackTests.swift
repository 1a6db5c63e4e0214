import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// What someone with a text editor and git does to a vault; nobody needs a key to notice it.
@Suite struct AttackTests {
  private var vault: VaultFixture { get throws { try VaultFixture.stage() } }

  @Test func theStageIsSound() throws { expect([], in: try vault) }

  // MARK: Entries

  @Test func aFlagCannotBeEditedSoThatTheNextSecretIsPlain() throws {
    var fixture = try vault
    try fixture.edit("SESSION_KEY") { $0.setMember("is_secret", false) }
    expect([.secretMadePlain], in: fixture)
    #expect(throws: IntegrityError.self) {
      try fixture.setVariable("SESSION_KEY", .secret(Secret("new")))
    }
  }

  @Test func plainTextCannotTakeThePlaceOfASealedValue() throws {
    var fixture = try vault
    try fixture.edit("SESSION_KEY") { $0.setMember("encrypted_value", "plain:attacker") }
    expect([.secretMadePlain], in: fixture)
    try fixture.edit("SESSION_KEY") { $0.setMember("is_secret", false) }
    expect([.secretMadePlain], in: fixture)
  }

  @Test(arguments: ["unset", "destroyed", "attacker", "", "fc1.x.1.y"])
  func nothingElseCanEither(_ text: String) throws {
    var fixture = try vault
    try fixture.edit("stripe") { $0.setMember("encrypted_value", Node(.string(text))) }
    expect([.valueEdited], in: fixture)
  }

  @Test func valuesCannotBeSwapped() throws {
    var fixture = try vault
    let (one, two) = (try fixture.entry("SESSION_KEY"), try fixture.entry("API_KEY"))
    try fixture.edit("SESSION_KEY") {
      $0.setMember("encrypted_value", two.node["encrypted_value"])
    }
    try fixture.edit("API_KEY") { $0.setMember("encrypted_value", one.node["encrypted_value"]) }
    expect([.valueEdited], in: fixture)
    #expect(fixture.verification.faults.count == 2)
  }

  @Test func aTruncatedTagIsNoticed() throws {
    var fixture = try vault
    try fixture.edit("stripe") { node in
      let text = node["encrypted_value"]?.text ?? ""
      node.setMember("encrypted_value", Node(.string(String(text.dropLast(4)))))
    }
    expect([.valueEdited], in: fixture)
  }

  @Test func anOldFileCannotBeRestored() throws {
    var fixture = try vault
    let old = fixture.text(of: .credential)
    try fixture.set("stripe", value: "sk_live_3")
    try fixture.set("paypal", value: "pp")
    fixture.replace(.credential, old)
    expect([.valueEdited, .entryRemoved], in: fixture)
  }

  @Test func aRemovedEntryCannotComeBack() throws {
    var fixture = try vault
    let old = fixture.text(of: .credential)
    let entry = try fixture.entry("stripe")
    try fixture.change(as: "anna") { try $0.remove(entry) }
    expect([], in: fixture)
    fixture.replace(.credential, old)
    expect([.entryAdded], in: fixture)
  }

  @Test func anEntryCannotStandTwice() throws {
    var fixture = try vault
    let nodes = fixture.entries(.credential).map(\.node)
    fixture.replaceEntries(.credential, nodes + nodes.prefix(1))
    expect([.entryAdded], in: fixture)
  }

  @Test func aSealedValueCannotBeCopiedToAFreeEntry() throws {
    var fixture = try vault
    let value = try fixture.entry("SESSION_KEY").node["encrypted_value"]
    try fixture.edit("LOG_LEVEL") { $0.setMember("encrypted_value", value) }
    expect([.valueEdited], in: fixture)
    let nodes = fixture.entries(.variable).map(\.node)
    var fresh = VaultFixture.variable("FRESH", isSecret: true)
    fixture.replaceEntries(.variable, nodes + [fresh])
    expect([.valueEdited], in: fixture)
    fresh.setMember("encrypted_value", value)
    fixture.replaceEntries(.variable, nodes + [fresh])
    expect([.valueEdited, .entryAdded], in: fixture)
  }

  @Test func aReferenceCannotBeTurnedToAnotherCredential() throws {
    var fixture = try vault
    let other = try fixture.entry("supabase").id ?? ""
    try fixture.edit("STRIPE_KEY") {
      $0.setMember("encrypted_value", Node(.string("ref:\(other)")))
    }
    expect([.valueEdited], in: fixture)
  }

  @Test func theListCannotBeDoubledOrBroken() throws {
    var fixture = try vault
    let text = fixture.text(of: .credential)
    fixture.replace(
      .credential, #"{"credentials": [],"# + text.dropFirst())
    expect([.malformed], in: fixture)
    for broken in [text + "}", "\0" + text, "", "[]", "{}"] {
      fixture.replace(.credential, broken)
      #expect(!fixture.verification.isSound)
    }
    fixture.replace(.credential, text)
    expect([], in: fixture)
  }

  @Test func namesThatOnlyLookTheSameAreNoticed() throws {
    var fixture = try vault
    try fixture.set("caf\u{E9}", value: "1")
    try fixture.edit("caf\u{E9}") { $0.setMember("service_name", "cafe\u{301}") }
    expect([.fieldEdited], in: fixture)
  }

  @Test func everyFreeTextMayBeEdited() throws {
    var fixture = try vault
    try fixture.edit("stripe") { node in
      node.setMember("purpose", "Other words")
      node.setMember("usage_context", "Other words")
      node.setMember("security_notes", "Words")
      node.setMember("flyconf:ignore", [])
    }
    try fixture.edit("SESSION_KEY") { node in
      node.setMember("description", "Other words")
      node.setMember("example_value", "abc")
      node.setMember("updated_at", "2027-01-01T00:00:00Z")
    }
    try fixture.edit("LOG_LEVEL") { node in
      node.setMember("encrypted_value", "plain:debug")
      node.setMember("environment", "staging")
    }
    expect([], in: fixture)
  }

  @Test func layoutAndOrderMayBeChanged() throws {
    var fixture = try vault
    for kind in EntityKind.allCases {
      let nodes = fixture.entries(kind).map(\.node).reversed().map { node in
        Node(.object(node.members.reversed()))
      }
      fixture.replace(
        kind,
        JSONWriter.line(
          Node(.object([Node.Member(key: kind.listKey, value: Node(.array(nodes)))]))
        )
        .replacing(",", with: " ,\r\n\t"))
    }
    let manifest = fixture.files.manifest.map { $0.text(of: $0.span) } ?? ""
    fixture.replaceManifest(manifest.replacing("\n", with: "\r\n    "))
    expect([], in: fixture)
    #expect(try fixture.reveal("stripe") == "sk_live_2")
  }

  // MARK: vault.json

  @Test func nobodyElsesKeyCanStandInForAMembers() throws {
    let eve = try Identity.generate()
    var fixture = try vault
    try fixture.editManifest { $0.members[1].keys = eve.publicKeys }
    expect([.memberEdited], in: fixture)
    #expect(throws: IntegrityError.self) { try fixture.set("stripe", value: "sk_live_3") }
  }

  @Test func nothingStandsBeforeTheManifest() throws {
    var fixture = try vault
    let text = fixture.files.manifest.map { $0.text(of: $0.span) } ?? ""
    for prefix in ["\u{FEFF}", " ", "\n", "\0"] {
      fixture.replaceManifest(prefix + text)
      expect([.malformed], in: fixture)
    }
  }

  @Test func aMemberCannotBeAddedOrTakenOutByHand() throws {
    var fixture = try vault
    try fixture.editManifest { manifest in
      manifest.members.append(
        Member(try MemberName("eve"), try Identity.generate().publicKeys, isOwner: true))
    }
    expect([.memberEdited], in: fixture)
    fixture = try vault
    try fixture.editManifest { $0.members.removeAll { $0.name.text == "bob" } }
    expect([.memberEdited], in: fixture)
  }

  @Test func settingsCannotBeEdited() throws {
    var fixture = try vault
    try fixture.editManifest { $0.settings.isDemo = true }
    expect([.memberEdited], in: fixture)
  }

  @Test func anOldWrapCannotBeGraftedBack() throws {
    var fixture = try vault
    let old = try fixture.manifest
    try fixture.change(as: "anna") { try $0.removeMember("bob") }
    let wrap = old.keyring.lazy.compactMap { $0.wraps.first { $0.member.text == "bob" } }.first
    try fixture.editManifest { manifest in
      let last = manifest.keyring.count - 1
      manifest.keyring[last].wraps.append(try #require(wrap))
      manifest.keyring[last].wraps.sort { $0.member < $1.member }
    }
    expect([.keySwapped], in: fixture)
    try fixture.editManifest { $0.keyring = old.keyring }
    expect([.keySwapped], in: fixture)
    fixture.replaceManifest(old.text)
    expect([.keySwapped, .memberEdited], in: fixture)
  }

  @Test func theOrderOfKeysMakesNoneThePrimaryOne() throws {
    var fixture = try vault
    try fixture.change(as: "anna") { try $0.rotateAllKeys() }
    try fixture.editManifest { $0.keyring.reverse() }
    expect([], in: fixture)
    let before = try fixture.entry("stripe").value
    try fixture.set("stripe", value: "sk_live_3")
    let after = try fixture.entry("stripe").value
    guard case .sealed(let old) = before, case .sealed(let new) = after else {
      Issue.record("nothing is sealed")
      return
    }
    #expect(old.keyIdentifier == new.keyIdentifier)
  }

  @Test func aWholeVaultInThePlaceOfAnotherHasAnotherID() throws {
    let (mine, other) = (try vault, try VaultFixture())
    expect([], in: other)
    #expect(try mine.verified().id != other.verified().id)
    var fixture = mine
    fixture.files.manifest = other.files.manifest
    expect([.malformed], in: fixture)
    fixture.ledger = other.ledger
    expect([.entryAdded], in: fixture)
  }

  @Test func aVaultCannotBeTakenAway() throws {
    var fixture = try vault
    fixture.files.manifest = nil
    expect([.vaultMissing], in: fixture)
    let ledger = fixture.ledger
    fixture.ledger = []
    expect([.vaultMissing], in: fixture)
    fixture = try vault
    fixture.ledger = []
    expect([.changeMissing], in: fixture)
    fixture.ledger = Array(ledger.dropFirst())
    expect([.changeMissing], in: fixture)
  }

  // MARK: Hostile text

  static let hostile = [
    "", " ", "{", "nul", "\u{FEFF}{}", "\0", "{}\0", #"{"a":1,"a":2}"#, "[1e400]",
    #"{"format":"flyconf.vault/1","vault":1e400}"#, #"{"format":"flyconf.change/1"}"#,
    String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000),
    "\"\\ud800\"", "{\"k\u{212A}\":1}", "{}\n{}\n{}\n", "\n\n\n",
    #"{"format":"flyconf.vault/1","vault":"00","settings":{"keep":99999999999999999999}}"#,
  ]

  @Test(arguments: hostile)
  func hostileTextIsAFaultAndNoCrash(_ text: String) throws {
    let stage = try vault
    var fixture = stage
    fixture.replaceManifest(text)
    expect([.malformed], in: fixture)
    fixture = stage
    fixture.ledger[2].bytes = Array(text.utf8)
    #expect(fixture.faultKinds.isSubset(of: [.changeAltered, .changeMissing]))
    #expect(!fixture.verification.isSound)
    fixture = stage
    for kind in EntityKind.allCases { fixture.replace(kind, text) }
    #expect(!fixture.verification.isSound)
  }
}
