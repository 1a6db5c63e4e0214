import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

@Suite struct OpenedVariablesTests {
  private var fixture: VaultFixture

  init() throws {
    fixture = try VaultFixture()
    try fixture.set("stripe", category: "payment", value: "sk-1")
    let id = try #require(try fixture.verified().entries(.credential).first?.id)
    let reference = try UUIDText.read(id)
    try fixture.change(as: "anna") { draft in
      try Self.add("API_KEY", .api, .secret(Secret("k")), to: &draft)
      try Self.add("PORT", .system, .plain("8080"), to: &draft)
      try Self.add("STRIPE_KEY", .api, .reference(reference), to: &draft)
      try Self.add("LATER", .database, .unset, to: &draft)
      try Self.add("SPARE", .api, .unset, isOptional: true, to: &draft)
      try Self.add("OTHER", .api, .secret(Secret("s")), in: .staging, to: &draft)
    }
    try fixture.join("bob", grants: ["read_only:variable/api:production"])
  }

  private static func add(
    _ key: String, _ category: VariableCategory, _ value: DraftedValue,
    in environment: EnvironmentName = .production, isOptional: Bool = false,
    to draft: inout VaultDraft
  ) throws {
    try draft.createVariable(
      VariableKey(key), in: environment,
      VariableFields(category: category, description: "For tests", isOptional: isOptional),
      value: value, id: UUID())
  }

  private func open(
    _ selection: VariableSelection = VariableSelection(.production), as name: String = "anna"
  ) throws -> OpenedVariables {
    try OpenedVariables(selection, of: fixture.open(as: name))
  }

  @Test func variablesAreOpenedInTheOrderOfTheirKeys() throws {
    let opened = try open()
    #expect(opened.variables.map(\.key.text) == ["API_KEY", "PORT", "STRIPE_KEY"])
    #expect(opened.variables.map { $0.value.text() } == ["k", "8080", "sk-1"])
    #expect(opened.variables.map(\.isSecret) == [true, false, true])
    #expect(opened.sources.map(\.name) == ["API_KEY", "stripe"])
    #expect(opened.unset.map(\.name) == ["LATER", "SPARE"])
    #expect(opened.missing.map(\.name) == ["LATER"])
    #expect(opened.withheld.isEmpty)
  }

  @Test func aSelectionLeavesOutWhatIsNotMeant() throws {
    let secret = try open(VariableSelection(.production, includesPlain: false))
    #expect(secret.variables.map(\.key.text) == ["API_KEY", "STRIPE_KEY"])
    let named = try open(VariableSelection(.production, only: ["PORT"]))
    #expect(named.variables.map(\.key.text) == ["PORT"])
    #expect(named.unset.isEmpty)
    #expect(try open(VariableSelection(.staging)).variables.map(\.key.text) == ["OTHER"])
  }

  @Test func aKeyThatIsNotThereIsRefused() throws {
    let refusal = try #require(throws: VaultRefusal.self) {
      try open(VariableSelection(.production, only: ["PROT"]))
    }
    #expect(refusal.message == "there is no variable 'PROT' (production)")
    #expect(refusal.help == "did you mean 'PORT'?")
  }

  @Test func whatAMemberMayNotOpenIsWithheldByNameAndCompartment() throws {
    let opened = try open(as: "bob")
    #expect(opened.variables.map(\.key.text) == ["API_KEY", "PORT"])
    #expect(opened.withheld.map(\.key.text) == ["STRIPE_KEY"])
    let refusal = try #require(opened.withheld.first?.refusal)
    #expect(
      refusal.message
        == "'bob' may not reveal 'STRIPE_KEY' (production), which is the credential 'stripe' "
        + "(production): no grant covers 'production/credential/payment/read_only'")
    #expect(refusal.kind == .right)
  }

  @Test func oneCredentialBehindTwoVariablesIsOneSource() throws {
    var fixture = fixture
    let id = try #require(try fixture.verified().entries(.credential).first?.id)
    let reference = try UUIDText.read(id)
    try fixture.change(as: "anna") { draft in
      try Self.add("STRIPE_AGAIN", .api, .reference(reference), to: &draft)
    }
    let opened = try OpenedVariables(
      VariableSelection(.production), of: fixture.open(as: "anna"))
    #expect(opened.variables.count == 4)
    #expect(opened.sources.map(\.name) == ["API_KEY", "stripe"])
  }

  @Test func aPlainValueUnderTheNameOfASecretIsRefused() throws {
    var fixture = fixture
    let text = fixture.text(of: .variable)
    fixture.replace(
      .variable,
      text.replacing("\"is_secret\": false", with: "\"is_secret\": true"))
    let refusal = try #require(throws: VaultRefusal.self) {
      try OpenedVariables(VariableSelection(.production), of: fixture.open(as: "anna"))
    }
    #expect(refusal.message.hasPrefix("'PORT' (production) is marked as secret"))
    #expect(!refusal.message.contains("8080"))
  }

  @Test func aKeyThatStandsTwiceIsRefused() throws {
    var fixture = fixture
    try fixture.change(as: "anna") { draft in
      try Self.add("PORT", .system, .plain("9090"), to: &draft)
    }
    let refusal = try #require(throws: VaultRefusal.self) {
      try OpenedVariables(VariableSelection(.production), of: fixture.open(as: "anna"))
    }
    #expect(refusal.message == "'PORT' (production) stands there more than once")
  }

  @Test func aKeyThatIsNoNameIsRefused() throws {
    var fixture = fixture
    fixture.replace(
      .variable, fixture.text(of: .variable).replacing("\"PORT\"", with: "\"PORT; reboot\""))
    let refusal = try #require(throws: VaultRefusal.self) {
      try OpenedVariables(VariableSelection(.production), of: fixture.open(as: "anna"))
    }
    #expect(refusal.kind == .circumstances)
  }

  @Test func aCredentialThatRefersToItselfIsNotFollowed() throws {
    let vault = try fixture.open(as: "anna")
    let credential = try #require(vault.verified.entries(.credential).first)
    var node = credential.node
    node.setMember("encrypted_value", Node(.string("ref:\(credential.id ?? "")")))
    let entry = SealedEntry(.credential, index: credential.index, node)
    #expect(throws: VaultRefusal.self) { try vault.reveal(entry) }
  }
}
