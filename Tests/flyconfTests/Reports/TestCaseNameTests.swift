import DeployModel
import Foundation
import Testing

@testable import flyconf

/// The names of JUnit's test cases, of which GitLab keeps one of each.
@Suite struct TestCaseNameTests {
  private func names(_ findings: [Finding]) throws -> [String] {
    let test = try TestContext()
    defer { test.remove() }
    var report = try FindingsReport(test.context(), rules: [])
    report.findings = findings
    let text = OutputFormat.junit.renderFindings(report)
    return text.matches(of: /testcase name="([^"]*)" classname="([^"]*)"/).map {
      "\($0.2): \($0.1)"
    }
  }

  private func finding(_ subject: String, in file: String) -> Finding {
    var finding = Finding(Rule.all[0], "x", help: nil, file: file)
    finding.pointer = subject
    return finding
  }

  @Test func eachIsAnotherWhateverSubjectsAreCalled() throws {
    let subjects = ["a", "a", "a (2)", "a (3)", "a", "a", "a (2)"]
    let names = try names(subjects.map { finding($0, in: "f") })
    #expect(names.count == 7 && Set(names).count == 7, "\(names)")
    #expect(names[1].hasSuffix(" a (2)"))
  }

  @Test func manyOfOneNameAreCounted() throws {
    let names = try names((0..<3000).map { _ in finding("a", in: "f") })
    #expect(Set(names).count == 3000)
    #expect(names.last?.hasSuffix(" a (3000)") == true)
  }

  @Test func filesWhoseNamesAreSpelledInTwoWaysAreTwo() throws {
    let names = try names(["\u{E9}.txt", "e\u{301}.txt"].map { finding("a", in: $0) })
    #expect(Set(names.map { Array($0.utf8) }).count == 2)
    #expect(!names.contains { $0.contains("(2)") })
  }
}
