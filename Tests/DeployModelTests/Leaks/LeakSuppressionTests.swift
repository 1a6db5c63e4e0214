import Documents
import Testing

@testable import DeployModel

/// Comments in scanned files that leave leaks out, and what is wrong with them.
@Suite struct LeakSuppressionTests {
  /// In two pieces, so that no scanner stops at this file.
  private static let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
  private static let password = "password = 'q7LwR2" + "vx9TmB4k'"

  /// A text with `%` for a token and `@` for the key of suppressions.
  private static func scan(_ form: String, named name: String = "a.py") -> LeakScan {
    let text = form.replacing("%", with: token).replacing("@", with: Suppression.key)
    var scan = LeakScan()
    scan.scan(SourceText(name: name, text))
    return scan
  }

  @Test(arguments: [
    "a = '%'  # @ FC830 a sample", "a = '%' // @ FC830 a sample", "a = '%' /* @ FC830 a sample */",
    "// @ FC830 a sample\na = '%'", "  /* @ FC830 a sample */\r\na = '%'\r\n",
    "<!-- @ FC830 a sample -->\n%", "/* @ FC830 a sample */ a = '%'", "-- @ FC830 a sample\n%",
    "; @ FC830 a sample\nkey=%", "#@ fc830 a sample\n%", "{/* @ FC830 a sample */}\n%",
    " * @ FC830 a sample\n * %", "# @ FC831, FC830 a sample\n%", "# @ FC831,FC830\ta sample \n%",
    "/// @ FC830 a sample\n%",
  ])
  func aCommentLeavesALeakOut(form: String) {
    let scan = Self.scan(form)
    #expect(scan.leaks.map(\.suppression) == ["a sample"], "\(form)")
    #expect(scan.remarks.allSatisfy { $0.remark.fault.message.hasPrefix("FC831") })
  }

  @Test(arguments: [
    "# @ FC830 a sample\n\na = '%'", "a = 1  # @ FC830 a sample\nb = '%'",
    "a = '%'\n# @ FC830 a sample", "/* @ FC830 a sample */ a()\nb = '%'",
  ])
  func otherLinesAreNotMeant(form: String) {
    let scan = Self.scan(form)
    #expect(scan.leaks.map(\.suppression) == [nil])
    #expect(
      scan.remarks.map(\.remark.fault.message) == ["FC830 (token-in-the-open) finds nothing here"])
  }

  @Test(arguments: [
    "'@ FC830 a sample' %", "\"@\": [{ \"rule\": \"FC830\" }], \"%\"", "`@ FC830 x` %",
    "# @: FC830 a sample\n%", "# @FC830 a sample\n%", "say @ FC830 x\n%",
  ])
  func whatOnlySpeaksOfItIsNone(form: String) {
    let scan = Self.scan(form)
    #expect(scan.leaks.map(\.suppression) == [nil])
    #expect(scan.remarks.isEmpty)
  }

  @Test(arguments: [
    ("# @ FC830\n%", "the reason is empty, expected why the rule does not apply here", 3),
    ("/* @ FC830 */ '%'", "the reason is empty, expected why the rule does not apply here", 4),
    ("# @\n%", "the suppression names no rule", 3),
    ("<!-- @ -->\n%", "the suppression names no rule", 6),
    ("# @ FC83O a sample\n%", "there is no rule 'FC83O'", 18),
    ("ключ = '%' # @ сам образец", "there is no rule 'сам'", 60),
    (
      "# @ FC832 a sample\n%",
      "FC832 (vault-value-in-the-open) cannot be left out: it guards "
        + "a secret", 18
    ),
  ])
  func aSuppressionThatIsWrongIsAnError(form: String, message: String, column: Int) throws {
    let scan = Self.scan(form)
    #expect(scan.leaks.map(\.suppression) == [nil])
    let finding = try #require(scan.remarks.first).finding(in: "a.py")
    #expect(scan.remarks.count == 1)
    #expect(finding.rule.code == "FC012")
    #expect(finding.message == message)
    #expect(finding.place.start.column == column)
  }

  @Test func aSuppressionThatNothingNeedsIsAWarning() throws {
    let scan = Self.scan("x = 1\n# @ FC830, FC412 a sample\n")
    let findings = scan.remarks.map { $0.finding(in: "a.py") }
    #expect(findings.map(\.rule.code) == ["FC013", "FC013"])
    #expect(findings.map(\.place.start) == [18, 25].map { SourcePosition(line: 2, column: $0) })
    #expect(findings.map(\.place.end.column) == [23, 30])
    let left = Self.scan("# @ FC830, FC013 the next release has one\n")
    #expect(left.remarks.map(\.remark.suppression) == ["the next release has one"])
  }

  /// What other rules find in a fly.toml is known elsewhere.
  @Test func rulesOnFlyTomlAreNotJudgedByTheScan() {
    #expect(Self.scan("# @ FC903 as in the manual\n", named: "fly.toml").remarks.isEmpty)
    #expect(Self.scan("# @ FC830 as in the manual\n", named: "fly.toml").remarks.count == 1)
  }

  @Test func leavesOutOneRuleOnly() {
    let scan = Self.scan("# @ FC831 a sample\n\(Self.password) + '%'\n")
    #expect(
      Set(scan.leaks.map { "\($0.kind) \($0.suppression ?? "-")" })
        == ["likelySecret a sample", "token -"])
  }

  @Test func binaryFilesHaveNoComments() {
    let scan = Self.scan("\0# @ FC830 a sample\n%", named: "a.bin")
    #expect(scan.leaks.map(\.suppression) == [nil])
    #expect(scan.remarks.isEmpty)
  }

  @Test(arguments: [1_040_370, 1_040_384, 1_048_570, 1_048_576])
  func aCommentWorksWhereverABlockEnds(offset: Int) {
    let filling = String(repeating: "nothing here\n", count: offset / 13)
    let rest = String(repeating: " ", count: offset % 13)
    let end = String(repeating: "more\n", count: 10_000)
    let scan = Self.scan(filling + rest + "# @ FC830 a sample\n'%'\n" + end)
    #expect(scan.leaks.map(\.suppression) == ["a sample"])
    #expect(scan.remarks.isEmpty)
  }
}
