import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

/// Changes whose form or place in the ledger is not as flyconf makes it.
@Suite struct LedgerFormTests {
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
    fixture.ledger += other.ledger.suffix(1)
    expect([.changeMissing], in: fixture)
    fixture.ledger += other.ledger.prefix(1)
    expect([.changeForeign], in: fixture)
  }

  @Test(arguments: [-86_400, 86_400])
  func thereIsOneFounding(_ shift: Int64) throws {
    var fixture = try VaultFixture.stage()
    let founding = try VaultFounding(
      founder: MemberName("anna"), fixture.identity("anna"), at: fixture.now.adding(seconds: shift))
    fixture.ledger.append(
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
      var lines = JSONLineWriter()
      record.write(to: &lines)
      let line = String(decoding: lines.bytes.dropLast(), as: UTF8.self)
      try fixture.addRaw([stage.header(after: after.sorted()), line], by: "anna")
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
  var changes: [SignedChange] { Ledger(ledger).changes }

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
    ledger.append(
      LedgerFile(name: "\(time)-\(name)-\(hash.hex.prefix(8)).jsonl", bytes: Array(text.utf8)))
  }
}
