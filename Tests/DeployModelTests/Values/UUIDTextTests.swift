import FoundationEssentials
import Testing

@testable import DeployModel

struct UUIDTextTests {
  static let text = "550e8400-e29b-41d4-a716-446655440000"

  @Test(arguments: [text, text.uppercased(), "00000000-0000-0000-0000-000000000000"])
  func readsEitherCaseAndWritesLowerCase(text: String) throws {
    let uuid = try UUIDText.read(text)
    #expect(uuid == UUID(uuidString: text))
    #expect(UUIDText.write(uuid) == text.lowercased())
  }

  @Test func readsWhatItWrites() throws {
    for _ in 0..<100 {
      let uuid = UUID()
      #expect(try UUIDText.read(UUIDText.write(uuid)) == uuid)
    }
  }

  @Test(arguments: [
    "{\(text)}", "urn:uuid:\(text)", "550e8400e29b41d4a716446655440000", " \(text)\n",
    "550e-8400e29b-41d4-a716-446655440000",
  ])
  func answersAnotherNotationWithTheUsualOne(text: String) {
    #expect(malformation(of: text, as: UUIDText.read)?.help == "write '\(Self.text)'")
  }

  @Test(arguments: ["", "1", "550e8400-e29b-41d4-a716-44665544000g", "not-a-uuid"])
  func refusesWhatIsNoUUID(text: String) {
    let fault = malformation(of: text, as: UUIDText.read)
    #expect(fault?.reason.hasSuffix("expected 8-4-4-4-12 hexadecimal digits") == true)
    #expect(fault?.help == nil)
  }
}
