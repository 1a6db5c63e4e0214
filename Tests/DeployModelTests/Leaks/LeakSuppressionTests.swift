import Documents
import Foundation
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
    "/// @ FC830 a sample\n%", "# @: FC830 a sample\n%", "# @, FC830 a sample\n%",
    "# @:FC830 a sample\n%", "# @ : FC830 a sample\n%",
    "# \(Suppression.key.uppercased()) FC830 a sample\n%",
    "# \(Suppression.key.capitalized) FC830 a sample\n%", "# @ FC831 FC830 a sample\n%",
    "# @ fc831 fc830 a sample\n%", "{\"b\": \"# @ FC830 a sample\", \"k\": \"%\"}",
    "x('say # @ FC830 a sample', '%')", ##"{"b": "{\"c\": \"# @ FC830 a sample\", \"k\": \"%\""##,
    "a=1\rk='%'\r# @ FC830 a sample\rb=1",
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
    "# @FC830 a sample\n%", "say @ FC830 x\n%", "# @d FC830 x\n%", "'# @' %",
    "#\(String(repeating: " ", count: 65))@ FC830 x\n%",
  ])
  func whatOnlySpeaksOfItIsNone(form: String) {
    let scan = Self.scan(form)
    #expect(scan.leaks.map(\.suppression) == [nil])
    #expect(scan.remarks.isEmpty)
  }

  @Test(arguments: [
    ("# @ FC830\n%", "the reason is empty, expected why the rule does not apply here", 3),
    ("/* @ FC830 */ '%'", "the reason is empty, expected why the rule does not apply here", 4),
    (
      "# @ FC830 \u{200B}\u{2060}\u{FEFF}\n%",
      "the reason is empty, expected why the rule does not apply here", 3
    ),
    ("# @:\n%", "the suppression names no rule", 3),
    (
      "# @ FC012 a sample\n%",
      "FC012 (invalid-suppression) cannot be left out: a suppression that is wrong leaves nothing "
        + "out", 18
    ),
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

  @Test func whatHasTheFormOfACodeIsNoReason() {
    let scan = Self.scan("# @ FC830 FC83O a sample\n%")
    #expect(scan.leaks.map(\.suppression) == ["a sample"])
    #expect(scan.remarks.map(\.remark.fault.message) == ["there is no rule 'FC83O'"])
    #expect(scan.remarks.map(\.remark.start.column) == [24])
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

  @Test(arguments: [
    "it's \"quoted\", isn't it", "don't", "as 'is'", "it is \"so\" -- really",
  ])
  func aReasonMayHoldQuotationMarks(reason: String) {
    for before in ["a = '%' # @ FC830 ", "a = \"don't\" + '%' # @ FC830 ", "# @ FC830 "] {
      let scan = Self.scan("\(before)\(reason)\n'%'")
      #expect(scan.leaks.first?.suppression == reason, "\(before)")
    }
  }

  /// What a text shows of comments is no mistake, and what is meant works.
  @Test(arguments: ["README.md", "a/b.MARKDOWN", "a.rst", "a.adoc", "NOTES.txt"])
  func inTextsOnlyAWholeCommentCounts(name: String) {
    let shown = "    # @ CODE the reason\n\n    # @ FC830\n\n    # @ FC830 the reason\n\n"
    let scan = Self.scan(shown + "# @ FC830 a sample\n%\n", named: name)
    #expect(scan.leaks.map(\.suppression) == ["a sample"])
    #expect(scan.remarks.isEmpty)
    #expect(Self.scan(shown, named: "a.py").remarks.count == 3)
  }

  /// Each comment used to look at all that stands before it on its line, which took minutes.
  @Test func manyCommentsOnOneLineTakeNoLongerThanOnMany() {
    let line = String(repeating: "#", count: 500_000) + " x"
    let comments = String(repeating: " #@ FC830 x", count: 20_000)
    let tokens = String(repeating: " '%'", count: 2_000)
    let scan = Self.scan(line + comments + tokens + "\n", named: "b.js")
    #expect(scan.remarks.count == 19_999)
    #expect(scan.leaks.count { $0.suppression != nil } == 2_000)
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
