import Documents
import Testing

@testable import DeployModel

/// Comments in a fly.toml that leave findings out.
@Suite struct FlyTomlSuppressionTests {
  /// What is found in a text with `@` for the key of suppressions.
  private func findings(in text: String, _ rules: FlyTomlRules = .all) -> [Finding] {
    FlyTomlFile(named: "fly.toml", "app = 'shop'\n" + text.replacing("@", with: Suppression.key))
      .validate(rules)
  }

  @Test(arguments: ["# @ FC903 of our own tool\nodd = 1\n", "odd = 1 # @ FC903 of our own tool\n"])
  func aCommentLeavesAFindingOut(text: String) {
    let found = findings(in: text)
    #expect(found.map(\.rule.code) == ["FC903"])
    #expect(found.map(\.suppression) == ["of our own tool"])
  }

  @Test func whatIsWrongWithACommentIsSaid() {
    let text = "# @ FC903\nodd = 1\n# @ FC903 nothing\n# @ FC979 mine\n# @ FC830 for the scan\n"
    let found = findings(in: text)
    #expect(found.map(\.rule.code) == ["FC012", "FC903", "FC013", "FC012"])
    #expect(found.map(\.place.start.line) == [2, 3, 4, 5])
    #expect(found.allSatisfy { !$0.isSuppressed })
  }

  @Test func onlyRulesThatWereAskedAreJudged() throws {
    let some = FlyTomlRules([.unusedSuppression, .flyTomlKeyCase])
    #expect(findings(in: "# @ FC903 nothing\n", some).isEmpty)
    let key = Rule.flyTomlKeyCase.code.text
    #expect(findings(in: "# @ \(key) nothing\n", some).map(\.rule.code) == ["FC013"])
    #expect(findings(in: "# @ FC903\n", some).isEmpty)
  }

  @Test func aFileThatCannotBeReadJudgesNoComment() {
    let found = findings(in: "# @ FC903 of our own tool\nodd = \n")
    #expect(!found.map(\.rule.code).contains("FC013"))
  }

  @Test func whatIsLeftOutIsNotMended() throws {
    let line = "Primary_Region = 'fra'"
    #expect(FlyTomlFile(named: "fly.toml", "app = 'shop'\n\(line)\n").mended(.all)?.count == 1)
    let comment = "# \(Suppression.key) FC905 as our tool writes it\n"
    #expect(FlyTomlFile(named: "fly.toml", "app = 'shop'\n\(line) \(comment)").mended(.all) == nil)
  }
}
