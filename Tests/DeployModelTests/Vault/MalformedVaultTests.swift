import Documents
import Foundation
import Testing

@testable import DeployModel

/// What is no edit of a value, and must not pass as sound.
@Suite struct MalformedVaultTests {
  @Test func aByteOrderMarkIsAFault() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let text = fixture.text(of: .credential)
    fixture.replace(.credential, "\u{FEFF}" + text)
    expect([.malformed], in: fixture)
    #expect(fixture.verification.faults.first?.message.contains("byte order mark") ?? false)
  }

  @Test func otherWhiteSpaceIsNone() throws {
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    let text = try #require(fixture.files.manifest).text(
      of: try #require(fixture.files.manifest).span)
    fixture.replaceManifest(text.replacing("\n", with: "\n\t "))
    expect([], in: fixture)
    fixture.replaceManifest("\u{FEFF}" + text)
    expect([.malformed], in: fixture)
  }

  // MARK: Keys of small order

  private static let smallOrder: [String] = [
    String(repeating: "0", count: 64), "01" + String(repeating: "0", count: 62),
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ec" + String(repeating: "f", count: 60) + "7f",
    "ed" + String(repeating: "f", count: 60) + "7f",
    "ee" + String(repeating: "f", count: 60) + "7f",
    "ec" + String(repeating: "f", count: 62),
  ]

  @Test(arguments: smallOrder)
  func aMemberWithAKeyThatNothingCanBeSealedForIsNone(_ hex: String) throws {
    let key = try #require(Hash256(hex: hex)).bytes
    let identity = try Identity.generate()
    // The list says what X25519 does.
    #expect(throws: CryptographyError.self) { _ = try identity.sharedSecret(with: key) }
    let keys = PublicKeys(encryption: key, signing: identity.publicKeys.signing)
    let member = Member(try MemberName("eve"), keys)
    #expect(Member(member.node) == nil)
    #expect(Member(Member(try MemberName("eve"), identity.publicKeys).node) != nil)
    var fixture = try VaultFixture()
    let record = ChangeRecord(
      .memberAdded, .member, "eve", revision: 1, digest: member.digest, member: member)
    try fixture.sign([record], by: "anna", after: fixture.tips, at: fixture.now)
    expect([.changeAltered], in: fixture)
  }

  // MARK: Records of one digest

  @Test func aRecordThatNamesAnotherPlaceIsFoundWhereverItStands() throws {
    var fixture = try VaultFixture.stage()
    let entry = try fixture.entry("stripe", "staging")
    let tips = fixture.tips
    var record = ChangeRecord(
      .edited, .credential, try #require(entry.id), name: "stripe",
      revision: fixture.verification.state.nextRevision(.credential, try #require(entry.id)),
      digest: entry.digest,
      valueMark: ValueMark(of: entry.node["encrypted_value"]?.text ?? ""),
      compartment: entry.compartment)
    try fixture.sign([record], by: "anna", after: tips, at: fixture.now.adding(seconds: 60))
    record.compartment = Compartment(.staging, .credential, "email", .readOnly)
    try fixture.sign([record], by: "olga", after: tips, at: fixture.now.adding(seconds: 30))
    #expect(fixture.verification.faults.map(\.kind).contains(.grantMissing))
  }

  // MARK: Something else in the place of a file

  @Test(arguments: ["link", "pipe", "file"], ["audit", "audit/NAME"])
  func whatIsNoFolderOrFileOfItsOwnIsAFault(_ kind: String, _ place: String) throws {
    let scratch = try ScratchFolder()
    var fixture = try VaultFixture()
    try fixture.set("stripe", value: "sk_1")
    try fixture.files.write(to: scratch.path("flyconf"))
    let audit = scratch.path("flyconf/audit")
    let name = try #require(try FileSystem().names(in: audit)?.first)
    let path = scratch.path("flyconf/\(place.replacing("NAME", with: name))")
    if kind == "file", place != "audit" { return }
    try FileManager.default.moveItem(atPath: path, toPath: scratch.path("moved"))
    switch kind {
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: scratch.path("moved"))
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    default: try Data("x".utf8).write(to: URL(filePath: path))
    }
    let project = try LockedProject.open(
      ProjectLayout(folder: scratch.path("flyconf")), FileSystem(),
      .init(.reading, hasVault: true, naming: { $0 }))
    let verification = VaultVerification(project.contents)
    #expect(verification.faults.map(\.kind) == [.malformed])
    #expect(!verification.isLedgerSound)
    let message = try #require(verification.faults.first?.message)
    #expect(message.contains(place == "audit" ? "'audit' is" : "'audit/\(name)' is"))
  }
}
