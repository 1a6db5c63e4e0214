import DeployModel
import Documents

extension OutputFormat {
  static let junit = OutputFormat(
    name: "junit", summary: "JUnit XML: every rule as a test", audience: .reportReaders
  ) { report in JUnitReport(report).text }
}

/// Findings as failed tests, and rules that found nothing as passed ones.
///
/// The form is what both the schema of Jenkins and the older one of Ant's JUnit task allow. Names
/// are unique within the file: GitLab drops all but one of a name.
private struct JUnitReport {
  private let report: FindingsReport
  /// How often a name has been given in a file.
  private var counts: [[UInt8]: Int] = [:]

  init(_ report: FindingsReport) { self.report = report }

  var text: String {
    var writer = self
    // By bytes, for names that are spelled in two ways are two files.
    let files = Dictionary(grouping: report.findings) { Array($0.place.file.utf8) }
    let suites = files.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { file, findings in
      let name = report.paths.path(of: String(decoding: file, as: UTF8.self))
      return (name: name, cases: findings.map { writer.testCase($0) })
    }
    let broken = Set(report.findings.map(\.rule.code))
    let passed = report.answeredRules.filter { !broken.contains($0.code) }
      .map { TestCase(name: "\($0.code) \($0.name)", outcome: .passed) }
    let failed = report.failures.map { TestCase(name: "step \($0.step)", outcome: .error($0)) }
    let all = suites + [(name: "flyconf", cases: failed + passed)]
    let body = all.enumerated().map { suite($1.name, $1.cases, id: $0) }.joined()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(body)</testsuites>\n"
  }

  private struct TestCase {
    enum Outcome {
      case passed
      case failed(Finding)
      case skipped(String)
      /// It is not known.
      case error(StepFailure)

      var isFailure: Bool { if case .failed = self { true } else { false } }
      var isError: Bool { if case .error = self { true } else { false } }
    }
    var name: String
    var outcome: Outcome
  }

  private mutating func testCase(_ finding: Finding) -> TestCase {
    let subject = finding.subject?.id ?? finding.pointer ?? ""
    let base = "\(finding.rule.code) \(finding.rule.name)\(subject.isEmpty ? "" : " \(subject)")"
    let name = unique(base, in: finding.place.file)
    if let reason = finding.suppression {
      return TestCase(name: name, outcome: .skipped(reason))
    }
    let isKnown = finding.isBaselined
    return TestCase(
      name: name, outcome: isKnown ? .skipped("it stands in the baseline") : .failed(finding))
  }

  private mutating func unique(_ base: String, in file: String) -> String {
    let key = Array("\(file)\u{0}\(base)".utf8)
    var number = (counts[key] ?? 0) + 1
    var name = number == 1 ? base : "\(base) (\(number))"
    // Another finding's subject may end in a number in brackets.
    while number > 1, counts[Array("\(file)\u{0}\(name)".utf8)] != nil {
      number += 1
      name = "\(base) (\(number))"
    }
    counts[key] = number
    if number > 1 { counts[Array("\(file)\u{0}\(name)".utf8)] = 1 }
    return name
  }

  // MARK: XML

  private func suite(_ name: String, _ cases: [TestCase], id: Int) -> String {
    let failures = cases.count(where: \.outcome.isFailure)
    let errors = cases.count(where: \.outcome.isError)
    let attributes = [
      ("id", String(id)), ("package", "flyconf"), ("name", name),
      ("timestamp", String("\(report.now)".prefix(19))), ("hostname", report.host),
      ("tests", String(cases.count)), ("failures", String(failures)), ("errors", String(errors)),
      ("time", "0"),
    ]
    let body = cases.map { element($0, in: name) }.joined()
    return "  <testsuite\(written(attributes))>\n    <properties/>\n\(body)"
      + "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
  }

  private func element(_ test: TestCase, in suite: String) -> String {
    let start =
      "    <testcase" + written([("name", test.name), ("classname", suite), ("time", "0")])
    switch test.outcome {
    case .passed: return start + "/>\n"
    case .skipped(let reason):
      return "\(start)>\n      <skipped\(written([("message", reason)]))/>\n    </testcase>\n"
    case .failed(let finding):
      let attributes = [("type", finding.rule.code.text), ("message", finding.message)]
      return "\(start)>\n"
        + element("failure", attributes, detail(of: finding)) + "    </testcase>\n"
    case .error(let failure):
      let attributes = [("type", failure.step), ("message", failure.headline)]
      return "\(start)>\n" + element("error", attributes, failure.text) + "    </testcase>\n"
    }
  }

  private func element(
    _ name: String, _ attributes: [(name: String, value: String)], _ text: String
  ) -> String {
    "      <\(name)\(written(attributes))>\(XMLText.escaped(text))</\(name)>\n"
  }

  private func detail(of finding: Finding) -> String {
    let place = "\(finding.place.file):\(finding.place.start.line):\(finding.place.start.column)"
    let headline = "\(place): \(finding.rule.severity) \(finding.rule.code): \(finding.message)"
    return headline + (finding.help.map { "\nhelp: \($0)" } ?? "")
  }

  private func written(_ attributes: [(name: String, value: String)]) -> String {
    attributes.map { " \($0.name)=\"\(XMLText.escaped($0.value))\"" }.joined()
  }
}
