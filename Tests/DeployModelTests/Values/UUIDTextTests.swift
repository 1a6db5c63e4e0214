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

  @Test func randomOnesAreOfVersion4AndDiffer() {
    let texts = (0..<1_000).map { _ in UUIDText.write(UUID.random()) }
    #expect(Set(texts).count == 1_000)
    for text in texts {
      let digits = Array(text)
      #expect(digits[14] == "4" && "89ab".contains(digits[19]), "\(text)")
    }
    // Every digit that is free takes every value.
    for place in [0, 12, 15, 20, 35] {
      #expect(Set(texts.map { Array($0)[place] }).count == 16)
    }
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
