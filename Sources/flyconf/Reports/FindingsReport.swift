import DeployModel
import Documents

/// The findings of a run, and what is needed to show them.
struct FindingsReport: Sendable {
  var findings: [Finding] = []
  private(set) var sources: [String: SourceText] = [:]
  /// Which of the sources are fly.toml files.
  private(set) var flyTomlNames: Set<String> = []
  /// What `--fix` would change, or how rendered files differ from what they should be.
  var diff: String?
  /// How the steps came out, and what follows for a deployment; only of `flyconf check`.
  var steps: [StepResult] = []
  var verdict: DeployVerdict?
  /// How many files were looked at.
  private(set) var fileCount = 0
  /// The rules that were asked.
  let rules: [Rule]
  /// Those of them of which it is known that they found no more than this.
  var answeredRules: [Rule]
  /// The environments that were chosen; none if it is all of them.
  let environments: [EnvironmentName]
  /// The moment for which dates were judged.
  let now: Timestamp
  var hasColor: Bool
  let paths: RepositoryPaths
  /// What a report says that the machine is called: always the same, unless it is said.
  let host: String

  init(_ context: Context, rules: [Rule], environments: [EnvironmentName] = []) throws {
    self.rules = rules
    answeredRules = rules
    self.environments = environments
    now = try context.now()
    hasColor = context.hasColor
    paths = RepositoryPaths(from: context.folder, environment: context.environment)
    host = context.environment["FLYCONF_HOST"] ?? "localhost"
  }

  /// The findings that count: those that neither the project nor a baseline leaves out.
  var counted: [Finding] { findings.filter(\.counts) }

  /// Why steps could not look; only of `flyconf check`.
  var failures: [StepFailure] { steps.compactMap(\.failure) }

  /// What came of the run: the steps that could not look, and how many findings there are.
  var outcome: String {
    (failures.map { "'\($0.step)' could not look" } + [totals]).joined(separator: ", ")
  }

  func count(_ severity: Severity) -> Int {
    counted.count { $0.rule.severity == severity }
  }

  mutating func add(_ subject: ValidatedSubject, _ found: [Finding]) {
    findings += found
    for source in subject.sources { sources[source.name] = source }
    fileCount += subject.sources.count
    switch subject {
    case .project(let snapshot, _), .projectFile(let snapshot):
      flyTomlNames.formUnion(snapshot.bases.sources.map(\.name))
      if snapshot.vault?.manifestName != nil { fileCount += 1 }
    case .flyToml(let source): flyTomlNames.insert(source.name)
    }
  }

  /// Hides secrets in everything that a format may show: it has to be called before any does.
  mutating func mask(by mask: ReportMask) {
    findings = findings.map { $0.masked(by: mask) }
    let files = Set(findings.map(\.place.file))
    for (name, source) in sources where files.contains(name) {
      sources[name] = mask.masked(source)
    }
  }

  /// Hides secrets in the reasons of suppressions.
  mutating func maskReasons(by mask: ReportMask) {
    for index in findings.indices where findings[index].isSuppressed {
      findings[index].suppression = findings[index].suppression.map(mask.masked(reason:))
    }
  }

  /// A line of a file that was looked at.
  func line(_ number: Int, of file: String) -> String? {
    sources[file].map { LineIndex($0).line(number) }
  }

  /// How many there are of what: `3 errors, 1 warning`.
  var totals: String {
    let counts = Severity.allCases.reversed().compactMap { severity in
      Self.counted(count(severity), severity.rawValue)
    }
    let suppressed = findings.count(where: \.isSuppressed)
    let baselined = findings.count { $0.isBaselined && !$0.isSuppressed }
    let found = counts.isEmpty ? ["no findings"] : counts
    let left = suppressed > 0 ? ["\(suppressed) suppressed"] : []
    return (found + left + (baselined > 0 ? ["\(baselined) in the baseline"] : []))
      .joined(separator: ", ")
  }

  /// The last line of a run: `3 errors, 1 warning in 8 files (4 ms)`.
  func summary(took duration: Duration) -> String {
    let files = Self.counted(fileCount, "file") ?? "no files"
    return "\(totals) in \(files) (\(duration.milliseconds) ms)"
  }

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

extension Finding {
  /// Whether neither the project nor a baseline leaves it out.
  var counts: Bool { !isSuppressed && !isBaselined }
}

extension Duration {
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
