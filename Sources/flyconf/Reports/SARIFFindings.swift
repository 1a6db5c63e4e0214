import DeployModel
import Documents

extension OutputFormat {
  static let sarif = OutputFormat(
    name: "sarif", summary: "SARIF 2.1.0, for code scanning", audience: .reportReaders
  ) { report in JSONWriter.document(SARIFLog(report).node) }
}

/// Findings as a SARIF log with what GitHub's code scanning asks for on top of the standard.
///
/// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and
/// https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning.
private struct SARIFLog {
  private let report: FindingsReport
  private let fingerprints: [FindingFingerprint]
  /// The number of each rule in the list of rules.
  private let ruleIndexes: [Rule.Code: Int]
  private let hashes: [String: LineHash]

  init(_ report: FindingsReport) {
    self.report = report
    fingerprints = FindingFingerprint.all(report.findings, report.paths)
    ruleIndexes = Dictionary(
      zip(report.rules.map(\.code), report.rules.indices), uniquingKeysWith: { first, _ in first })
    let files = Set(report.findings.map(\.place.file))
    hashes = report.sources.filter { files.contains($0.key) }.mapValues { source in
      LineHash(source.text(of: source.span))
    }
  }

  var node: Node {
    .object([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        .object([
          "tool": .object(["driver": driver]),
          "automationDetails": .object(["id": Node(.string(category))]),
          "columnKind": "unicodeCodePoints",
          "invocations": [.object(["executionSuccessful": Node(.bool(isWhole))])],
          "results": Node(.array(zip(report.findings, fingerprints).map(result))),
        ])
      ],
    ])
  }

  /// Whether every step could look.
  private var isWhole: Bool { !report.steps.contains { $0.outcome == .failed } }

  /// Two runs of one category would replace one another: each choice of environments has its own.
  private var category: String {
    (["flyconf"] + report.environments.map(\.rawValue)).map { "\($0)/" }.joined()
  }

  private var driver: Node {
    .object([
      "name": "flyconf",
      "version": Node(.string(Flyconf.version)),
      "semanticVersion": Node(.string(Flyconf.version)),
      "rules": Node(.array(report.rules.map(\.sarif))),
    ])
  }

  private func result(_ finding: Finding, _ fingerprint: FindingFingerprint) -> Node {
    var node: Node = .object(["ruleId": Node(.string(finding.rule.code.text))])
    if let index = ruleIndexes[finding.rule.code] {
      node.setMember("ruleIndex", Node(integerLiteral: index))
    }
    node.setMember("level", Node(.string(finding.rule.severity.rawValue)))
    node.setMember("message", .object(["text": Node(.string(finding.message))]))
    node.setMember("locations", [location(of: finding)])
    node.setMember("partialFingerprints", partialFingerprints(finding, fingerprint))
    if let fix = fix(of: finding) { node.setMember("fixes", [fix]) }
    if let suppression = suppression(of: finding) { node.setMember("suppressions", [suppression]) }
    return node
  }

  // MARK: Places

  private func artifact(of finding: Finding) -> Node {
    .object(["uri": Node(.string(report.paths.reference(to: finding.place.file)))])
  }

  private func location(of finding: Finding) -> Node {
    var node: Node = .object([
      "physicalLocation": .object([
        "artifactLocation": artifact(of: finding), "region": region(of: finding),
      ])
    ])
    if let pointer = finding.pointer, !pointer.isEmpty {
      node.setMember(
        "logicalLocations",
        [.object(["fullyQualifiedName": Node(.string(pointer)), "kind": "property"])])
    }
    return node
  }

  /// Columns count Unicode scalars from 1; the last is the first behind the part.
  private func region(of finding: Finding) -> Node {
    let (start, end) = (finding.place.start, finding.place.end)
    let isEmpty = end <= start
    return .object([
      "startLine": Node(integerLiteral: max(1, start.line)),
      "startColumn": Node(integerLiteral: max(1, start.column)),
      "endLine": Node(integerLiteral: max(1, isEmpty ? start.line : end.line)),
      "endColumn": Node(integerLiteral: max(2, isEmpty ? start.column + 1 : end.column)),
    ])
  }

  /// The hash of a line that may hold a secret would help to guess it.
  private func partialFingerprints(
    _ finding: Finding, _ fingerprint: FindingFingerprint
  ) -> Node {
    var node: Node = .object(["flyconf/v1": Node(.string(fingerprint.text))])
    if finding.rule.protection != .secret, !finding.rule.findsLeaks,
      let hash = hashes[finding.place.file]?[finding.place.start.line]
    {
      node.setMember("primaryLocationLineHash", Node(.string(hash)))
    }
    return node
  }

  // MARK: What is done about it

  private func fix(of finding: Finding) -> Node? {
    guard let fix = finding.fix, let text = fix.replacement else { return nil }
    let replacement: Node = .object([
      "deletedRegion": region(of: finding),
      "insertedContent": .object(["text": Node(.string(text))]),
    ])
    return .object([
      "description": .object(["text": Node(.string(fix.description))]),
      "artifactChanges": [
        .object(["artifactLocation": artifact(of: finding), "replacements": [replacement]])
      ],
    ])
  }

  private func suppression(of finding: Finding) -> Node? {
    if let reason = finding.suppression {
      return .object(["kind": "inSource", "justification": Node(.string(reason))])
    }
    guard finding.isBaselined else { return nil }
    return .object(["kind": "external", "justification": "it stands in the baseline"])
  }
}

extension Rule {
  /// The rule as code scanning shows it beside its findings.
  fileprivate var sarif: Node {
    let help = "\(rationale)\n\nRun `flyconf explain \(code)` for examples."
    return .object([
      "id": Node(.string(code.text)),
      "name": Node(.string(name)),
      "shortDescription": .object(["text": Node(.string(summary))]),
      "fullDescription": .object(["text": Node(.string(rationale))]),
      "help": .object(["text": Node(.string(help)), "markdown": Node(.string(help))]),
      "defaultConfiguration": .object(["level": Node(.string(severity.rawValue))]),
      "properties": sarifProperties,
    ])
  }

  private var sarifProperties: Node {
    let isSecurity = protection == .secret || guardsVault || findsLeaks
    var node: Node = .object([
      "tags": isSecurity ? ["deployment", "security"] : ["deployment"],
      "precision": Node(.string(precision.rawValue)),
      "problem.severity": Node(
        .string(severity == .note ? "recommendation" : severity.rawValue)),
    ])
    if isSecurity {
      node.setMember("security-severity", severity == .error ? "8.0" : "5.0")
    }
    return node
  }
}
