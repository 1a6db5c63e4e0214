import FoundationEssentials
import Testing

@testable import DeployModel

struct StoredValueTests {
  static let payload = String(repeating: "A", count: 96)
  static let sealed = "fc1.abcdefghijklmnop2345.7.\(payload)"
  static let id = "550e8400-e29b-41d4-a716-446655440000"

  @Test(arguments: [
    sealed, "plain:", "plain:a = b\n", "plain:plain:x", "ref:\(id)", "unset", "destroyed",
    "hunter2", "", "Unset", "plain", "ref:x", "fc1.", "fc2.x", " unset",
  ])
  func writesBackWhatItRead(text: String) {
    #expect(StoredValue(text).text == text)
  }

  @Test func readsTheFiveForms() throws {
    #expect(try StoredValue(Self.sealed) == .sealed(SealedText(Self.sealed)))
    #expect(StoredValue("plain:8080") == .plain("8080"))
    #expect(try StoredValue("ref:\(Self.id.uppercased())") == .reference(UUIDText.read(Self.id)))
    #expect(StoredValue("unset") == .unset)
    #expect(StoredValue("destroyed") == .destroyed)
  }

  @Test(arguments: [
    "hunter2", "", "UNSET", " unset", "unset\n", "Plain:x", "ref:", "ref:{\(id)}", "ref:\(id) ",
    "fc1.abc", "enc:abc", "${SECRET}",
  ])
  func takesNoOtherTextForAValue(text: String) {
    #expect(StoredValue(text) == .unrecognized(RedactedText(text)))
  }

  @Test(arguments: ["hunter2-secret", "plain:hunter2-secret", "fc1.hunter2-secret"])
  func neverShowsAValue(text: String) {
    let value = StoredValue(text)
    var dumped = ""
    dump(value, to: &dumped)
    dump([value], to: &dumped)
    dump(Optional(value), to: &dumped)
    for shown in ["\(value)", String(reflecting: value), "\([value])", dumped] {
      #expect(!shown.contains("hunter2"))
    }
  }

  @Test func neverShowsTheTextOfWhatItDoesNotRecognize() {
    let text = RedactedText("hunter2-secret")
    var dumped = ""
    dump(text, to: &dumped)
    dump((1, text), to: &dumped)
    #expect("\(text)" == "<redacted>")
    #expect(String(reflecting: text) == "<redacted>")
    #expect(!dumped.contains("hunter2"))
  }

  @Test(arguments: [
    ("hunter2", "the value is a bare text, expected 'fc1.…'"),
    ("", "the value is empty, expected 'fc1.…'"), ("Unset ", "the value is written in upper case"),
    ("ref:hunter2", "the value begins with 'ref:' and no UUID follows"),
    ("fc1.hunter2", "the sealed value has no key name"),
  ])
  func saysWhatIsWrongWithoutQuotingIt(text: String, beginning: String) {
    let fault = StoredValue(text).fault
    #expect(fault?.reason.hasPrefix(beginning) == true)
    #expect(fault?.reason.contains("hunter2") == false)
    #expect(fault?.help?.contains("hunter2") != true)
  }

  @Test func keepsASecretOutOfTheFile() {
    #expect(
      StoredValue("hunter2").fault?.help
        == "write 'unset' here, then seal the value with `flyconf secrets set` or `flyconf env set`"
    )
  }

  @Test func namesTheFormsThatAreAllowed() {
    #expect(
      StoredValue("hunter2").fault(expecting: "'unset'")?.reason
        == "the value is a bare text, expected 'unset'")
  }

  @Test func hasNoFaultInARecognizedValue() {
    #expect(StoredValue("plain:").fault == nil)
  }
}
