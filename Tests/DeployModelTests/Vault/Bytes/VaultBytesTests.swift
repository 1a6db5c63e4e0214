import Documents
import Testing

@testable import DeployModel

/// What keys, digests and signatures are bound to, byte for byte: known answers that python3's
/// hashlib and hmac have computed, and compute again where python3 is there.
@Suite struct VaultBytesTests {
  private static let vault = String(repeating: "ab", count: 32)
  private static let kid = String(repeating: "k", count: 20)

  private static let contexts: [(SealingContext, fields: [String], digest: String)] = [
    (
      SealingContext(
        vault: vault, purpose: .value, entityType: "credential",
        entityID: "6b0d549b-6f03-475a-9600-a35a099950d8", field: "encrypted_value",
        environment: "production", keyIdentifier: kid, revision: 3),
      [
        vault, "value", "credential", "6b0d549b-6f03-475a-9600-a35a099950d8", "encrypted_value",
        "production", kid, "3",
      ], "fa12d4083108037688d3f0ffc4c7cadd06c12d9de58839791cce1d6f1293f881"
    ),
    (
      SealingContext(
        vault: vault, purpose: .wrap, entityType: "member", entityID: "anna",
        field: String(repeating: "cd", count: 32),
        environment: "production/credential/database/admin", keyIdentifier: kid),
      [
        vault, "wrap", "member", "anna", String(repeating: "cd", count: 32),
        "production/credential/database/admin", kid, "0",
      ], "1ea937cf50909dd4e2d93140344124e95dc8713a5b5e556be5ac2d02ef5350e9"
    ),
    (
      SealingContext(vault: "", purpose: .identity), ["", "identity", "", "", "", "", "", "0"],
      "72ca33e16c26b53aadca5b310e00729b070c5e078329c08fd7be0a796366f461"
    ),
    (
      SealingContext(vault: "", purpose: .backup), ["", "backup", "", "", "", "", "", "0"],
      "fd4e0e1ac09d6a4103d79f5ccd8e0f74f99cedce82c7b076bef7f762e17e01cf"
    ),
  ]

  @Test(arguments: contexts.indices)
  func bindsSealedBytesToTheirContext(_ index: Int) throws {
    let (context, fields, digest) = Self.contexts[index]
    #expect(SHA256.hash(context.bytes).hex == digest)
    guard BytesPeer.isThere else { return print("skipped: no python3 to compute it again") }
    let computed = try BytesPeer.run("print(digest(fields(\(BytesPeer.list(fields)))))")
    #expect(computed == [digest])
  }

  @Test func theLengthsKeepTwoListsApart() {
    var one = FieldBytes()
    one.append("ab")
    one.append("c")
    var other = FieldBytes()
    other.append("a")
    other.append("bc")
    #expect(one.bytes != other.bytes)
    #expect(Array(one.bytes.suffix(11)) == [0, 0, 0, 2, 97, 98, 0, 0, 0, 1, 99])
  }

  @Test func namesADataKeyByItself() throws {
    let key = SecureBytes(copying: [UInt8](0..<32))
    #expect(try KeyIdentifier(of: key).text == "6agdulnvgqymvamhppij")
    guard BytesPeer.isThere else { return print("skipped: no python3 to compute it again") }
    let computed = try BytesPeer.run(
      """
      derived = hmac.new(bytes(range(32)), b'flyconf/v1/kid\\x01', hashlib.sha512).digest()[:32]
      print(base64.b32encode(hashlib.sha256(derived).digest()).decode().lower()[:20])
      """)
    #expect(computed == ["6agdulnvgqymvamhppij"])
  }

  @Test func writesASealedTextInItsFourParts() throws {
    let payload = [UInt8](repeating: 0xfb, count: 72)
    let sealed = try SealedText(
      keyIdentifier: "6agdulnvgqymvamhppij", revision: 12, payload: payload)
    #expect(sealed.text == "fc1.6agdulnvgqymvamhppij.12." + String(repeating: "-_v7", count: 24))
    guard BytesPeer.isThere else { return print("skipped: no python3 to compute it again") }
    let computed = try BytesPeer.run(
      "print(base64.urlsafe_b64encode(bytes([0xfb]) * 72).rstrip(b'=').decode())")
    #expect(sealed.text.hasSuffix(try #require(computed.first)))
  }

  // MARK: Digests

  private static let variable: Node = .object([
    "id": "6B4CB242-4A23-4596-A217-BEADDBC496CB", "key": "DATABASE_URL",
    "encrypted_value": "unset", "environment": "production", "is_secret": true,
    "category": "database", "description": "free text", "created_at": "2026-06-01T08:30:00+00:00",
    "updated_at": "2026-11-12T16:05:00Z",
  ])

  @Test func digestsWhatIsCoveredInDeclaredOrder() throws {
    let id = "6b4cb242-4a23-4596-a217-beaddbc496cb"
    let digest = EntityDigest.of(
      Self.variable, type: "variable", id: id,
      CoveredFields(of: ProjectFile.variables.shape.fields))
    #expect(
      digest.hex == "f187d6e8dd50885e906ce6f85dc502c5c4de03ffce797b99469348bdea35672d")
    guard BytesPeer.isThere else { return print("skipped: no python3 to compute it again") }
    let fields = [
      "variable", id, "id", id, "key", "DATABASE_URL", "encrypted_value", "unset", "environment",
      "production", "is_secret", "true", "category", "database", "created_at",
      "2026-06-01T08:30:00Z",
    ]
    #expect(try BytesPeer.run("print(digest(fields(\(BytesPeer.list(fields)))))") == [digest.hex])
  }

  @Test func orderOfMembersAndLayoutDoNotCount() {
    let fields = CoveredFields(of: ProjectFile.variables.shape.fields)
    let reversed = Node(.object(Self.variable.members.reversed()))
    #expect(
      EntityDigest.of(reversed, type: "variable", id: "x", fields)
        == EntityDigest.of(Self.variable, type: "variable", id: "x", fields))
  }

  @Test func absentIsNotTheDefault() {
    let fields = CoveredFields(of: ProjectFile.variables.shape.fields)
    let without = Node(.object(Self.variable.members.filter { $0.key != "is_secret" }))
    #expect(
      EntityDigest.of(without, type: "variable", id: "x", fields)
        != EntityDigest.of(Self.variable, type: "variable", id: "x", fields))
  }

  @Test func digestsThePartsOfTheManifestAlike() {
    var settings = VaultSettings()
    settings.areReadsTracked = true
    settings.isDemo = true
    #expect(
      settings.digest.hex
        == "3cd0b105626411d944e664ba1d79c993f641de2d3360f1fff4f9064d286768a8")
  }

  // MARK: Signed messages

  @Test func signsEachKindOfStatementInADomainOfItsOwn() throws {
    let hash = try #require(Hash256(hex: String(repeating: "ef", count: 32)))
    let keys = PublicKeys(
      encryption: [UInt8](repeating: 1, count: 32), signing: [UInt8](repeating: 2, count: 32))
    let messages = [
      SignedMessage.change(vault: Self.vault, content: hash),
      SignedMessage.request(vault: Self.vault, name: "ben", keys: keys),
      SignedMessage.read(vault: Self.vault, previous: hash.hex, content: Array("{}".utf8)),
    ]
    let expected = [
      "f2dd3ad68ffdc1dd369676f6c350c52b7dfe7a26c453b5a9fb82642e3adca0db",
      "bf228cec9f42aaed22f6966031cb6b6a7b89200ea1c422d9e03c39d0d300520b",
      "0add3d029e5ddf28aef5e0ded16faa5a3aa5441f513f31823b5a7957fed72106",
    ]
    #expect(messages.map { SHA256.hash($0).hex } == expected)
    guard BytesPeer.isThere else { return print("skipped: no python3 to compute it again") }
    let computed = try BytesPeer.run(
      """
      vault, content = 'ab' * 32, 'ef' * 32
      for kind, texts in [('change', [vault, content]),
                          ('request', [vault, 'ben', '01' * 32, '02' * 32]),
                          ('read', [vault, content, '{}'])]:
          print(digest(fields(texts, b'flyconf/v1/' + kind.encode() + b'\\0')))
      """)
    #expect(computed == expected)
  }
}
