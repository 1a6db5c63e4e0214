import DeployModel
import Testing

@testable import flyconf

@Suite struct QuestionTests {
  private func context(
    _ test: TestContext, _ answers: [String]?, _ change: (inout SharedOptions) -> Void = { _ in }
  ) -> Context {
    var context = test.context(answers: answers.map { TypedAnswers($0) })
    change(&context.options)
    return context
  }

  @Test func takesOnlyAYesForAYes() throws {
    let test = try TestContext()
    defer { test.remove() }
    for (answer, isAgreed) in [
      ("y", true), ("YES", true), (" yes ", true), ("n", false), ("", false), ("yess", false),
    ] {
      #expect(try context(test, [answer]).confirm("Go on?") == isAgreed)
    }
    #expect(test.errors.text.hasPrefix("Go on? [y/N] "))
  }

  @Test func theFlagAnswersYesWithoutAsking() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(try context(test, nil) { $0.isAgreed = true }.confirm("Go on?"))
    #expect(test.errors.text == "")
  }

  @Test func asksNobodyWithoutATerminalOrWithNoInput() throws {
    let test = try TestContext()
    defer { test.remove() }
    for context in [context(test, nil), context(test, ["y"]) { $0.hasNoInput = true }] {
      #expect(!context.canAsk)
      let confirmed = try #require(throws: Failure.self) { try context.confirm("Go on?") }
      #expect(confirmed.exitCode == .usage)
      #expect(confirmed.help == "answer yes with --yes")
      let asked = try #require(throws: Failure.self) {
        try context.ask("purpose", help: "give it with --purpose TEXT")
      }
      #expect(asked.exitCode == .usage)
      #expect(asked.help == "give it with --purpose TEXT")
    }
    #expect(test.errors.text == "")
  }

  @Test func givesTheLineWithoutWhiteSpaceAroundIt() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(try context(test, ["  the API \t"]).ask("purpose", help: "") == "the API")
    #expect(test.errors.text == "purpose: ")
  }

  @Test func saysThatInputHasEnded() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(throws: Failure.self) { try context(test, []).ask("purpose", help: "") }
    #expect(throws: Failure.self) { try context(test, []).confirm("Go on?") }
  }

  @Test func aSecretKeepsItsWhiteSpace() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(try context(test, [" s "]).askSecret("value").text() == " s ")
  }
}
