import Testing

@testable import DeployModel

struct EnvironmentNameTests {
  @Test func sortsProductionFirst() {
    #expect(
      EnvironmentName.allCases.shuffled().sorted().map(\.rawValue)
        == ["production", "staging", "development"])
  }

  @Test(arguments: [("prod", "production"), ("Staging", "staging"), ("dev ", "development")])
  func answersAShortFormWithTheWord(text: String, word: String) {
    #expect(malformation(of: text, as: EnvironmentName.init)?.help == "write '\(word)'")
  }

  @Test func namesTheThreeWhereNoneIsMeant() {
    #expect(
      malformation(of: "qa", as: EnvironmentName.init)
        == MalformedValue(
          "unknown environment 'qa', expected production, staging or development"))
  }
}
