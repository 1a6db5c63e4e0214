import Testing

@testable import DeployModel

struct VariableKeyTests {
  @Test(arguments: ["A", "DATABASE_URL", "S3_KEY_2", "A__B_"])
  func readsAnUpperCaseKey(text: String) throws {
    #expect(try VariableKey(text).text == text)
  }

  @Test(arguments: [
    ("apiKey", "API_KEY"), ("database-url", "DATABASE_URL"), ("HTTPServer", "HTTP_SERVER"),
    ("apiV2Key", "API_V2_KEY"), ("_KEY", "KEY"), ("my key ", "MY_KEY"), ("a.b", "A_B"),
  ])
  func proposesTheConvertedKey(text: String, proposal: String) {
    #expect(malformation(of: text, as: VariableKey.init)?.help == "write '\(proposal)'")
  }

  @Test func namesTheCharacterThatIsWrong() {
    #expect(
      malformation(of: "API-KEY", as: VariableKey.init)?.reason
        == "the key 'API-KEY' has the character '-', "
        + "expected upper-case letters, digits and underscores")
  }

  @Test func refusesAKeyThatBeginsWithADigit() {
    let fault = malformation(of: "2FA", as: VariableKey.init)
    #expect(fault?.reason == "the key '2FA' begins with '2', expected an upper-case letter")
    #expect(fault?.help?.hasPrefix("begin with a letter") == true)
  }

  @Test func neverShowsTheValueOfALineInThePlaceOfAKey() {
    let fault = malformation(of: "API_KEY=hunter22", as: VariableKey.init)
    #expect(fault?.reason.contains("hunter22") == false)
    #expect(fault?.help == "write 'API_KEY'")
  }

  @Test(arguments: [
    ("FLY_REGION", true), ("FLY_", true), ("FLYWAY_URL", false), ("MY_FLY_", false),
  ])
  func knowsTheReservedPrefix(text: String, isReserved: Bool) throws {
    #expect(try VariableKey(text).isReserved == isReserved)
  }
}
