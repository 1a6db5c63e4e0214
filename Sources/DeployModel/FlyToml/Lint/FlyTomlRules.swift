import Documents

/// Those of some rules that look at fly.toml files, ready to be asked of any number of files.
package struct FlyTomlRules: Sendable {
  /// What a rule has found, by the rule's index.
  ///
  /// Rules have much to say for people; thousands of findings do not each carry a copy through
  /// the sorting.
  struct Match: Sendable {
    var rule: Int
    var found: FlyTomlReport.Found
  }

  private let rules: [Rule]
  private let checks: [(rule: Int, look: @Sendable (FlyConfiguration, inout FlyTomlReport) -> Void)]
  /// The rules that report what reading a file has found.
  private let readers: [Diagnostic.Kind: [Int]]
  private let codes: Set<Rule.Code>
  /// The rules on suppressions, which stand in files of every kind.
  private let remarkCodes: Set<Rule.Code>

  /// Every rule on fly.toml files.
  package static let all = FlyTomlRules(Rule.all)

  package init(_ rules: [Rule]) {
    self.rules = rules.filter { $0.check.flyToml != nil || !$0.check.flyTomlKinds.isEmpty }
    codes = Set(self.rules.map(\.code))
    remarkCodes = Set(rules.filter(\.isAboutSuppressions).map(\.code))
    checks = self.rules.indices.compactMap { [rules = self.rules] index in
      rules[index].check.flyToml.map { (index, $0) }
    }
    var readers: [Diagnostic.Kind: [Int]] = [:]
    for (index, rule) in self.rules.enumerated() {
      for kind in rule.check.flyTomlKinds { readers[kind, default: []].append(index) }
    }
    self.readers = readers
  }

  subscript(index: Int) -> Rule { rules[index] }

  /// Whether a rule is asked of fly.toml files.
  func contains(_ rule: Rule) -> Bool { codes.contains(rule.code) }

  /// Whether it is wanted to hear what is wrong with suppressions, by the rule that says so.
  func reports(_ fault: SuppressionFault) -> Bool { remarkCodes.contains(fault.rule.code) }

  /// What the rules find in a file that could be read.
  func found(in configuration: FlyConfiguration) -> [Match] {
    var matches: [Match] = []
    for check in checks {
      var report = FlyTomlReport()
      check.look(configuration, &report)
      for found in report.findings { matches.append(Match(rule: check.rule, found: found)) }
    }
    return matches
  }

  /// The rules that have something to say of what reading a file has found.
  ///
  /// - Parameter fix: What mends it.
  func read(
    _ diagnostics: [Diagnostic], fixedBy fix: (Diagnostic) -> FlyTomlFix?
  ) -> [Match] {
    diagnostics.flatMap { diagnostic in
      (readers[diagnostic.kind] ?? []).map { index in
        Match(
          rule: index,
          found: FlyTomlReport.Found(
            span: diagnostic.span, message: diagnostic.message, help: diagnostic.help,
            fix: fix(diagnostic), keepsMeaning: rules[index].severity < .error))
      }
    }
  }

  /// The matches in the order of their places, codes and messages.
  func ordered(_ matches: [Match]) -> [Match] {
    matches.sorted {
      guard $0.found.span.start == $1.found.span.start else {
        return $0.found.span.start < $1.found.span.start
      }
      return (rules[$0.rule].code, $0.found.message) < (rules[$1.rule].code, $1.found.message)
    }
  }
}
