package import Documents

/// A fly.toml by itself: no project, no login, no network.
///
/// Everything that flyctl's own `fly config validate` would say is found, and what it lets pass
/// and Fly.io refuses, ignores or takes otherwise than it was meant.
public struct FlyTomlFile: Sendable {
  package let source: SourceText
  /// Nothing after a mistake of TOML.
  package let configuration: FlyConfiguration?
  private let diagnostics: [Diagnostic]

  package init(_ source: SourceText) {
    self.source = source
    var found: [Diagnostic] = []
    let document = TOMLReader.read(source, &found)
    configuration = document.map(FlyConfiguration.init)
    diagnostics = found + (configuration?.diagnostics ?? [])
  }

  /// Reads a fly.toml from its text.
  ///
  /// - Parameter name: How findings call the file.
  public init(named name: String, _ text: String) { self.init(SourceText(name: name, text)) }

  /// Whether a path is that of a TOML file, which can only be one of flyctl's.
  package static func isName(_ path: String) -> Bool { path.hasSuffix(".toml") }

  /// Everything that the rules find, in the order of lines, columns and codes.
  public func validate() -> [Finding] { validate(.all) }

  package func validate(_ rules: FlyTomlRules) -> [Finding] {
    let read = rules.read(diagnostics) { configuration?.fixes[$0] }
    return located(
      read + (configuration.map(rules.found) ?? []), by: rules, isWhole: configuration != nil)
  }

  /// What is wrong with keys and values by themselves, in a file that is only a part.
  ///
  /// - Parameter others: What has been found besides.
  func validatePart(_ rules: FlyTomlRules, beside others: [Diagnostic]) -> [Finding] {
    located(
      rules.read(diagnostics + others) { configuration?.fixes[$0] }, by: rules, isWhole: false)
  }

  /// - Parameter isWhole: Whether every rule has been asked.
  private func located(
    _ matches: [FlyTomlRules.Match], by rules: FlyTomlRules, isWhole: Bool
  ) -> [Finding] {
    let lines = LineIndex(source)
    let findings = rules.ordered(matches).map { finding(rules[$0.rule], $0.found, lines) }
    let comments = SuppressionComment.all(in: source)
    guard !comments.isEmpty else { return findings }
    return suppressed(findings, by: comments, rules, isWhole)
  }

  /// The findings with the reasons for which some are left out, and those about the reasons.
  private func suppressed(
    _ findings: [Finding], by comments: [SuppressionComment], _ rules: FlyTomlRules,
    _ isWhole: Bool
  ) -> [Finding] {
    var suppressions = LineSuppressions(comments)
    let judged = findings.map { finding in
      var finding = finding
      finding.suppression = suppressions.reason(for: finding.rule, at: finding.place.start.line)
      return finding
    }
    let remarks = suppressions.remarks { isWhole && rules.contains($0) }
      .filter { rules.reports($0.fault) }.map { $0.finding(in: source.name) }
    return (judged + remarks).sorted {
      ($0.place.start, $0.rule.code) < ($1.place.start, $1.rule.code)
    }
  }

  /// A fix that fits what stands at the place.
  private func fix(of found: FlyTomlReport.Found) -> FindingFix? {
    guard let fix = found.fix, let document = configuration?.document,
      let path = fix.path(at: found.span, in: document)
    else { return nil }
    return FindingFix(
      fix.description, .flyToml(fix, at: path, keepsMeaning: found.keepsMeaning))
  }

  private func finding(
    _ rule: Rule, _ found: FlyTomlReport.Found, _ lines: LineIndex
  ) -> Finding {
    let place = Finding.Place(
      file: source.name, start: lines.location(of: Int(found.span.start)),
      end: lines.location(of: Int(found.span.end)))
    return Finding(
      rule: rule, message: SecretMask.masked(message: found.message),
      help: found.help.map(SecretMask.masked(message:)), place: place,
      pointer: configuration?.document.path(to: found.span).pointer, fix: fix(of: found))
  }
}
