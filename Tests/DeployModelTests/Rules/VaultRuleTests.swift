import Documents
import Foundation
import Testing

@testable import DeployModel

/// Each rule over the vault, tried by a real tampering with a real vault.
@Suite struct VaultRuleTests {
  /// What is to be seen in the project alone.
  private static let faults = VaultFault.Kind.allCases.filter { $0 != .vaultReplaced }
  private static let notices = VaultNotice.Kind.allCases.filter { $0.rule != nil }

  @Test(arguments: faults)
  func aTamperingIsFoundByItsOwnRule(_ kind: VaultFault.Kind) throws {
    var fixture = try VaultFixture.stage()
    #expect(Self.findings(fixture).map(\.rule.code) == [])
    try Self.tamper(&fixture, kind)
    let findings = Self.findings(fixture)
    #expect(Set(findings.map(\.rule.code)) == [kind.rule.code], "\(findings.map(\.message))")
    #expect(!findings.contains { $0.rule.severity != .error || $0.rule.isSuppressible })
    #expect(!findings.contains { $0.message.contains("sk_live") })
  }

  @Test(arguments: notices)
  func whatShouldBeKnownIsFoundByItsOwnRule(_ kind: VaultNotice.Kind) throws {
    var fixture = try VaultFixture.stage()
    try Self.bringAbout(&fixture, kind)
    let findings = Self.findings(fixture)
    #expect(Set(findings.map(\.rule.code)) == [kind.rule?.code], "\(findings.map(\.message))")
    #expect(!findings.contains { $0.rule.severity != .warning })
  }

  @Test func everyKindHasTheRuleThatClaimsIt() {
    for kind in VaultFault.Kind.allCases {
      let claiming = Rule.all.filter { $0.check.vaultFaults.contains(kind) }
      #expect(claiming.map(\.code) == [kind.rule.code])
      #expect(kind.rule.guardsVault)
    }
    for kind in VaultNotice.Kind.allCases {
      let claiming = Rule.all.filter { $0.check.vaultNotices.contains(kind) }
      #expect(claiming.map(\.code) == [kind.rule?.code].compactMap(\.self))
      #expect(!(kind.rule?.guardsVault ?? false))
    }
  }

  // MARK: Places

  @Test func aFaultInAnEntryPointsAtTheField() throws {
    var fixture = try VaultFixture.stage()
    let value = try fixture.otherValue()
    try fixture.edit("stripe") { $0.setMember("encrypted_value", value) }
    let finding = try #require(Self.findings(fixture).first)
    #expect(finding.place.file == "credentials.json")
    #expect(finding.pointer == "/credentials/\(try fixture.entry("stripe").index)/encrypted_value")
    #expect(finding.subject?.kind == "CredentialManager")
  }

  @Test func aMissingEntryPointsAtItsList() throws {
    var fixture = try VaultFixture.stage()
    try fixture.delete("stripe")
    let finding = try #require(Self.findings(fixture).first)
    #expect(finding.place.file == "credentials.json")
    #expect(finding.place.start == SourcePosition(line: 1, column: 1))
  }

  @Test func aFaultInTheVaultPointsAtItsFile() throws {
    var fixture = try VaultFixture.stage()
    try Self.tamper(&fixture, .memberEdited)
    let finding = try #require(Self.findings(fixture).first)
    #expect(finding.place.file == "shown/vault.json")
    #expect(finding.place.start == SourcePosition(line: 1, column: 1))
    #expect(finding.pointer == nil)
  }

  @Test func aListThatCannotBeReadIsStillFound() throws {
    var fixture = try VaultFixture.stage()
    fixture.replace(.credential, fixture.text(of: .credential) + "x")
    let findings = Self.findings(fixture)
    #expect(findings.map(\.rule.code) == ["FC816"])
    #expect(findings.first?.place.file == "credentials.json")
  }

  @Test func aListThatIsGoneIsFoundAtTheDeployment() throws {
    var fixture = try VaultFixture.stage()
    var sources = fixture.files.snapshot.sourcesByFile
    sources[.credentials] = nil
    fixture.files.snapshot = ProjectSnapshot(sources)
    let findings = Self.findings(fixture).filter { $0.rule.code == "FC803" }
    #expect(findings.count == fixture.verification.faults.count { $0.kind == .entryRemoved })
    #expect(Set(findings.map(\.place.file)) == ["deployment.json"])
  }

  @Test func findingsStandInTheOrderOfFiles() throws {
    var fixture = try VaultFixture.stage()
    try Self.tamper(&fixture, .memberEdited)
    try fixture.edit("stripe") { $0.setMember("next_rotation", "2030-01-01") }
    #expect(
      Self.findings(fixture).map(\.place.file) == ["credentials.json", "shown/vault.json"])
  }

  @Test func onlyChosenRulesReport() throws {
    var fixture = try VaultFixture.stage()
    try Self.tamper(&fixture, .memberEdited)
    let snapshot = Self.snapshot(fixture)
    #expect(snapshot.validate(at: SampleProject.now, [.vaultConflict]).isEmpty)
    #expect(
      snapshot.validate(at: SampleProject.now, [.memberOrSettingsEdited]).map(\.rule.code)
        == ["FC814"])
  }

  @Test func aProjectWithoutVaultAndSealedValuesHasNothingToFind() throws {
    let snapshot = ProjectSnapshot([
      .deployment: SourceText(name: "deployment.json", #"{"app_name":"harbour"}"#),
      .credentials: SourceText(
        name: "credentials.json", #"{"credentials":[{"encrypted_value":"unset"}]}"#),
    ])
    let files = VaultFiles(manifest: nil, ledger: [], snapshot: snapshot)
    #expect(VaultVerification(files).faults == [])
  }

  @Test func theLibraryVerifiesTheVaultOfAStoredProject() throws {
    var fixture = try VaultFixture.stage()
    let folder = try ScratchFolder()
    try Self.write(fixture, to: folder.path)
    let store = try ProjectStore(folder: folder.path)
    #expect(try store.open().validate(at: SampleProject.now).filter(Self.isOfVault).isEmpty)
    try Self.tamper(&fixture, .memberEdited)
    try Self.write(fixture, to: folder.path)
    let findings = try store.open().validate(at: SampleProject.now).filter(Self.isOfVault)
    #expect(findings.map(\.rule.code) == ["FC814"])
    #expect(findings.first?.place.file == folder.path + "/vault.json")
  }

  // MARK: Parts

  static func snapshot(_ fixture: VaultFixture) -> ProjectSnapshot {
    var snapshot = fixture.files.snapshot
    snapshot.vault = VaultFindings(fixture.verification) { "shown/\($0)" }
    return snapshot
  }

  static func findings(_ fixture: VaultFixture) -> [Finding] {
    snapshot(fixture).validate(at: SampleProject.now).filter(isOfVault)
  }

  private static func isOfVault(_ finding: Finding) -> Bool { finding.rule.code >= "FC800" }

  private static func write(_ fixture: VaultFixture, to folder: String) throws {
    let root = URL(filePath: folder)
    try FileManager.default.createDirectory(
      at: root.appending(path: "audit"), withIntermediateDirectories: true)
    for (file, source) in fixture.files.snapshot.sourcesByFile {
      try Data(source.bytes).write(to: root.appending(path: file.name))
    }
    for change in fixture.ledger {
      try Data(change.bytes).write(to: root.appending(path: "audit/\(change.name)"))
    }
    try Data(fixture.files.manifest?.bytes ?? []).write(to: root.appending(path: "vault.json"))
  }

  private static func tamper(_ fixture: inout VaultFixture, _ kind: VaultFault.Kind) throws {
    switch kind {
    case .valueEdited:
      let value = try fixture.otherValue()
      try fixture.edit("stripe") { $0.setMember("encrypted_value", value) }
    case .entryAdded:
      var copy = try fixture.entry("stripe").node
      copy.setMember("id", "00000000-0000-4000-8000-000000000001")
      fixture.replaceEntries(.credential, fixture.entries(.credential).map(\.node) + [copy])
    case .entryRemoved: try fixture.delete("stripe")
    case .fieldEdited:
      try fixture.edit("stripe") { $0.setMember("next_rotation", "2030-01-01") }
    case .secretMadePlain:
      try fixture.edit("SESSION_KEY") { $0.setMember("is_secret", false) }
    case .changeAltered:
      let last = fixture.ledger.count - 1
      fixture.ledger[last].bytes[30] ^= 1
    case .changeMissing: fixture.ledger.remove(at: 3)
    case .changeForeign: try addForeignChange(&fixture)
    case .fileUnknown:
      fixture.ledger.append(LedgerFile(name: "notes.txt", bytes: Array("x".utf8)))
    case .authorUnknown:
      fixture.identities["eve"] = try Identity.generate()
      try fixture.forge(by: "eve") { try $0.rotateAllKeys() }
    case .grantMissing:
      try fixture.forge(by: "bob") { draft in
        try draft.change("bob", grants: [Grant("admin:*:*")], isOwner: false)
      }
    case .changeNotAdmitted: fixture = try afterConcurrentRemoval(fixture)
    case .keySwapped:
      try fixture.editManifest { $0.keyring[0].wraps.removeLast() }
    case .memberEdited:
      try fixture.editManifest { $0.members[2].grants = [try Grant("admin:*:*")] }
    case .conflict: fixture = try afterConcurrentSets(fixture)
    case .malformed: fixture.replaceManifest("{}")
    case .vaultMissing:
      fixture.files.manifest = nil
      fixture.ledger = []
    case .vaultReplaced: break
    }
  }

  private static func addForeignChange(_ fixture: inout VaultFixture) throws {
    let founding = try VaultFounding(
      founder: try MemberName("anna"), fixture.identity("anna"), at: fixture.now)
    fixture.ledger.append(
      LedgerFile(
        name: founding.change.fileName, bytes: Array((founding.files.first?.text ?? "").utf8)))
  }

  private static func afterConcurrentRemoval(_ base: VaultFixture) throws -> VaultFixture {
    var (ours, theirs) = (base, base)
    try theirs.set("mailgun", "staging", category: "email", value: "mg", as: "bob")
    try ours.change(as: "anna") { try $0.removeMember("bob") }
    return try VaultFixture.merge(ours, theirs, from: base)
  }

  private static func afterConcurrentSets(_ base: VaultFixture) throws -> VaultFixture {
    var (ours, theirs) = (base, base)
    try ours.set("stripe", value: "sk_live_3", as: "anna")
    try theirs.set("stripe", value: "sk_live_4", as: "carol")
    return try VaultFixture.merge(ours, theirs, from: base)
  }

  private static func bringAbout(_ fixture: inout VaultFixture, _ kind: VaultNotice.Kind) throws {
    let base = fixture
    switch kind {
    case .singleOwner: try fixture.change(as: "anna") { try $0.removeMember("olga") }
    case .retiredKey:
      var theirs = base
      try theirs.set("paypal", value: "pp", as: "carol")
      try fixture.change(as: "anna") { try $0.rotateAllKeys() }
      fixture = try VaultFixture.merge(fixture, theirs, from: base)
    case .rotationOnPaper:
      try fixture.change(as: "carol") { draft in
        let entry = try base.entry("stripe")
        var node = entry.node
        node.setMember("last_rotated", "2026-11-28")
        try draft.put(
          node, .credential, over: entry, value: .secret(Secret("sk_live_2")), .edited)
      }
    case .wrapsBehind:
      var theirs = base
      try theirs.set("openai", category: "ai", value: "sk-1", as: "carol")
      try fixture.join("dora", grants: ["read_only:ai:*"])
      fixture = try VaultFixture.merge(fixture, theirs, from: base)
    case .founderNotPinned, .historyUnchecked, .changeInFuture: break
    }
  }
}

extension VaultFixture {
  /// A value that is sealed, and not for this entry.
  func otherValue() throws -> Node {
    try entry("supabase").node["encrypted_value"] ?? .init(.null)
  }

  mutating func delete(_ name: String, _ environment: String = "production") throws {
    let entry = try entry(name, environment)
    var nodes = entries(entry.kind).map(\.node)
    nodes.remove(at: entry.index)
    replaceEntries(entry.kind, nodes)
  }
}
