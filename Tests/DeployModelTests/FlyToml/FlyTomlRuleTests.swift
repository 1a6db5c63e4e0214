import Documents
import Testing

@testable import DeployModel

@Suite struct FlyTomlRuleTests {
  private static let all = Rule.all.filter(\.example.isFlyToml)

  /// A piece of a file, with the name that every file needs.
  private func findings(in piece: String) -> [Finding] {
    let isNamed = piece.split(separator: "\n").contains { $0.hasPrefix("app ") }
    return FlyTomlFile(named: "fly.toml", isNamed ? piece : "app = 'shop'\n" + piece).validate()
  }

  @Test(arguments: all)
  func findsItsWrongExampleAtTheRightPlace(_ rule: Rule) throws {
    let found = findings(in: rule.example.wrong)
    let own = found.filter { $0.rule.code == rule.code }
    #expect(own.count == 1, "\(found.map { "\($0.rule.code) \($0.message)" })")
    let finding = try #require(own.first)
    let place = try #require(rule.example.field)
    let lines = rule.example.wrong.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains(place) })
    let offset = lines.contains { $0.hasPrefix("app ") } ? 1 : 2
    #expect(finding.place.start.line == index + offset)
  }

  /// Nothing but what the rule is about may be wrong with the piece, or its lesson is unclear.
  @Test(arguments: all)
  func isSilentOnItsRightExample(_ rule: Rule) {
    let found = findings(in: rule.example.right)
    #expect(found.map { "\($0.rule.code) \($0.message)" } == [])
  }

  @Test func everyFlyTomlRuleHasACodeOfItsOwnHundred() {
    for rule in Self.all { #expect(rule.code.text.hasPrefix("FC9"), "\(rule.code)") }
    #expect(Self.all.count > 10)
  }
}
