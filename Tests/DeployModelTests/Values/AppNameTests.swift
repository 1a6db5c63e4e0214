import Testing

@testable import DeployModel

struct AppNameTests {
  @Test(arguments: ["a", "7", "ezedit", "my-app-2", "a--b", String(repeating: "x", count: 63)])
  func readsANameOfLettersDigitsAndInnerHyphens(text: String) throws {
    #expect(try AppName(text).text == text)
  }

  @Test(arguments: [
    ("My_App", "my-app"), ("my app", "my-app"), ("-app", "app"), ("app-", "app"),
    ("app.fly.dev", "app-fly-dev"), ("MyApp\n", "myapp"),
    (String(repeating: "x", count: 64), String(repeating: "x", count: 63)),
  ])
  func proposesTheNearestLegalName(text: String, proposal: String) {
    #expect(malformation(of: text, as: AppName.init)?.help == "write '\(proposal)'")
  }

  @Test func namesTheCharacterThatIsWrong() {
    let expected = "expected lower-case letters, digits and hyphens"
    #expect(
      malformation(of: "my_app", as: AppName.init)?.reason
        == "the application name 'my_app' has the character '_', \(expected)")
  }

  @Test func saysHowManyCharactersFit() {
    let reason = malformation(of: String(repeating: "x", count: 64), as: AppName.init)?.reason
    #expect(reason?.hasSuffix("has 64 characters, at most 63 fit") == true)
  }

  @Test(arguments: ["", "-", "___", "日本"])
  func proposesNothingWhereNoLetterIsLeft(text: String) {
    #expect(malformation(of: text, as: AppName.init)?.help?.hasPrefix("write ") == false)
  }

  @Test func neverWritesAControlCharacterIntoAMessage() {
    let reason = malformation(of: "a\u{1b}[31m", as: AppName.init)?.reason
    #expect(reason?.contains("\u{1b}") == false)
    #expect(reason?.contains("\\u{1b}") == true)
  }
}
