import Documents
import Testing

@testable import DeployModel

/// The rules about leaks, by their own examples.
@Suite struct LeakRuleTests {
  private static let kinds: [Leak.Kind] = [.token, .likelySecret, .vaultValue]

  private static func codes(_ text: String, of rule: Rule) -> [Rule.Code] {
    var values = KnownValues()
    values.insert(Secret("Quiet anchor of 1987"), named: "the value of 'harbour'")
    var scan = LeakScan(knowing: values)
    scan.scan(SourceText(name: rule.example.fileName, text))
    return scan.leaks.map(\.kind.rule.code)
  }

  @Test(arguments: kinds)
  func findsItsWrongExampleAndNotTheRightOne(_ kind: Leak.Kind) {
    #expect(Self.codes(kind.rule.example.wrong, of: kind.rule) == [kind.rule.code])
    #expect(Self.codes(kind.rule.example.right, of: kind.rule) == [])
  }

  @Test func everyKindHasTheRuleThatClaimsIt() {
    for kind in Leak.Kind.allCases {
      let claiming = Rule.all.filter { $0.check.leakKinds.contains(kind) }
      #expect(claiming.map(\.code) == [kind.rule.code])
    }
  }

  @Test func onlyWhatTheVaultHoldsIsCertain() {
    #expect(
      Self.kinds.map(\.rule.precision) == [.byForm, .byLikeness, .certain])
  }

  @Test func everyFormHasASource() {
    for shape in LeakShape.all {
      #expect(shape.source.count > 8 && shape.anchor.utf8.count > 1, "\(shape.anchor)")
    }
  }
}
