import Testing

@testable import DeployModel

@Suite struct MemberDraftTests {
  @Test(arguments: [false, true])
  func anOwnerReplacesTheirOwnKeys(_ isStolen: Bool) throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let old = try fixture.identity("anna")
    let new = try Identity.generate()
    try fixture.change(as: "anna") {
      try $0.replaceKeys(of: "anna", with: new.publicKeys, isStolen: isStolen)
    }
    #expect(fixture.verification.faults == [])
    #expect(throws: VaultRefusal.self) { try fixture.open(as: "anna") }
    fixture.identities["anna"] = new
    #expect(try fixture.reveal("stripe") == "sk_1")
    try fixture.set("stripe", value: "sk_2")
    #expect(fixture.verification.faults == [])
    let keyring = try fixture.verified().manifest.keyring
    #expect(keyring.count == (isStolen ? 2 : 1))
    #expect(old.publicKeys != new.publicKeys)
  }

  @Test func keysOfAnotherMemberAreRefused() throws {
    var fixture = try VaultFixture()
    try fixture.join("bob", grants: ["read_only:*:*"])
    let keys = try fixture.identity("anna").publicKeys
    #expect(throws: VaultRefusal("these keys are those of 'anna' already", kind: .request)) {
      try fixture.change(as: "anna") {
        try $0.replaceKeys(of: "bob", with: keys, isStolen: false)
      }
    }
  }

  @Test(arguments: [false, true])
  func keysThatWereGivenUpAreRefused(_ isStolen: Bool) throws {
    var fixture = try VaultFixture()
    try fixture.join("bob", grants: ["read_only:*:*"])
    let former = try fixture.identity("bob").publicKeys
    let new = try Identity.generate().publicKeys
    try fixture.change(as: "anna") {
      try $0.replaceKeys(of: "bob", with: new, isStolen: isStolen)
    }
    let refusal = VaultRefusal(
      "these keys were once those of 'bob' and have been given up",
      help: "ask for a request that was made with a new identity", kind: .request)
    #expect(throws: refusal) {
      try fixture.change(as: "anna") {
        try $0.replaceKeys(of: "bob", with: former, isStolen: false)
      }
    }
    #expect(throws: refusal) {
      try fixture.change(as: "anna") {
        try $0.add(Member(MemberName("eve"), former, grants: [Grant("read_only:*:*")]))
      }
    }
    #expect(fixture.verification.faults == [])
  }

  @Test func nobodyTakesTheirOwnOwnershipAway() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    try fixture.join("eve", isOwner: true)
    let help = "ask another owner: 'eve'"
    #expect(throws: VaultRefusal("you cannot remove yourself", help: help)) {
      try fixture.change(as: "anna") { try $0.removeMember("anna") }
    }
    #expect(throws: VaultRefusal("you cannot make yourself an ordinary member", help: help)) {
      try fixture.change(as: "anna") { try $0.change("anna", grants: [], isOwner: false) }
    }
    try fixture.change(as: "eve") { try $0.removeMember("anna") }
    #expect(fixture.verification.faults == [])
    #expect(try fixture.reveal("stripe", as: "eve") == "sk_1")
  }

  @Test func aServiceIsNeverMadeAnOwner() throws {
    var fixture = try VaultFixture()
    try fixture.join("ci", grants: ["admin:*:production"], isService: true)
    #expect(throws: VaultRefusal.self) {
      try fixture.change(as: "anna") { try $0.change("ci", grants: [], isOwner: true) }
    }
  }

  @Test func aRefusalNamesTheCommandThatGrantsWhatIsMissing() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", level: "admin", value: "sk_1")
    try fixture.join("bob", grants: ["read_only:email:staging"])
    let command =
      "`flyconf vault members grant bob --grant 'read_only:email:staging' "
      + "--grant 'admin:credential/payment:production'`"
    do {
      _ = try fixture.reveal("stripe", as: "bob")
      Issue.record("it was revealed")
    } catch let refusal as VaultRefusal {
      #expect(refusal.help?.hasSuffix(command) == true)
    }
    try fixture.change(as: "anna") {
      let grants = ["read_only:email:staging", "admin:credential/payment:production"]
      try $0.change("bob", grants: grants.map { try Grant($0) }, isOwner: false)
    }
    #expect(try fixture.reveal("stripe", as: "bob") == "sk_1")
  }

  @Test func aServiceIsToldThatItOnlyReads() throws {
    var fixture = try VaultFixture()
    try fixture.join("ci", grants: ["admin:*:*"], isService: true)
    do {
      try fixture.set("stripe", value: "sk_1", as: "ci")
      Issue.record("it was set")
    } catch let refusal as VaultRefusal {
      #expect(refusal.message.contains("it is a service, which can only read"))
    }
  }

  @Test func theLedgerKnowsWhenEachMemberJoined() throws {
    var fixture = try VaultFixture()
    let founded = fixture.now
    try fixture.join("bob", grants: ["read_only:*:*"])
    let joined = fixture.now
    try fixture.change(as: "anna") { try $0.change("bob", grants: [], isOwner: false) }
    let vault = try fixture.verified()
    #expect(vault.state.timeOfJoining(try MemberName("anna")) == founded)
    #expect(vault.state.timeOfJoining(try MemberName("bob")) == joined)
    #expect(vault.state.timeOfJoining(try MemberName("eve")) == nil)
    #expect(try vault.ledger().founding?.change.author.text == "anna")
  }
}
