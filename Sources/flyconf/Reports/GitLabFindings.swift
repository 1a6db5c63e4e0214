import DeployModel
import Documents

extension OutputFormat {
  static let gitlab = OutputFormat(
    name: "gitlab", summary: "a code quality report of GitLab", audience: .reportReaders
  ) { report in
    let findings = report.counted
    let fingerprints = FindingFingerprint.all(findings, report.paths)
    let issues = zip(findings, fingerprints).map { $0.issue($1, report.paths) }
    return JSONWriter.document(
      Node(.array(report.failures.map { $0.issue(report.paths) } + issues)))
  }
}

extension StepFailure {
  /// That a step could not look, as an issue of the project: a report without it would say that
  /// everything is mended. Nobody knows what there is, so that nothing weighs more.
  fileprivate func issue(_ paths: RepositoryPaths) -> Node {
    let path = paths.path(of: file)
    let fingerprint = SHA256.hash(Array("flyconf/v1 step \(step) \(path)".utf8)).hex.prefix(32)
    return .object([
      "description": Node(.string(headline)),
      "check_name": Node(.string(step)),
      "fingerprint": Node(.string(String(fingerprint))),
      "severity": "blocker",
      "location": .object([
        "path": Node(.string(path)),
        "lines": .object(["begin": Node(integerLiteral: 1)]),
      ]),
    ])
  }
}

extension Finding {
  /// The finding as GitLab's merge requests show it.
  ///
  /// Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  fileprivate func issue(_ fingerprint: FindingFingerprint, _ paths: RepositoryPaths) -> Node {
    .object([
      // The name of the check is not shown.
      "description": Node(.string("\(rule.code): \(message)")),
      "check_name": Node(.string(rule.code.text)),
      "fingerprint": Node(.string(fingerprint.text)),
      "severity": Node(.string(gitLabSeverity)),
      "location": .object([
        "path": Node(.string(paths.path(of: place.file))),
        "lines": .object(["begin": Node(integerLiteral: max(1, place.start.line))]),
      ]),
    ])
  }

  private var gitLabSeverity: String {
    switch rule.severity {
    case .error where rule.protection == .secret || rule.findsLeaks: "blocker"
    case .error where rule.isOfCertificate: "critical"
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}

extension Rule {
  /// An expired certificate takes the whole application off the network.
  fileprivate var isOfCertificate: Bool { code.text.hasPrefix("FC5") }
}
