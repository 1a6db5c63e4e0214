import DeployModel
import Documents

/// The findings of a run, and what is needed to show them.
struct FindingsReport: Sendable {
  var findings: [Finding] = []
  var sources: [String: SourceText] = [:]
  /// Which of the sources are fly.toml files.
  private(set) var flyTomlNames: Set<String> = []
  var hasColor = false
  /// What `--fix` would change, where that was asked for.
  var diff: String?
  /// How many files were looked at.
  var fileCount = 0

  /// The findings that count: those that the project does not leave out.
  var counted: [Finding] { findings.filter { !$0.isSuppressed } }

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

  /// The last line of a run: `3 errors, 1 warning in 8 files (4 ms)`.
  func summary(took duration: Duration) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity in
      Self.counted(count(severity), severity.rawValue)
    }
    let suppressed = findings.count(where: \.isSuppressed)
    let found = counts.isEmpty ? ["no findings"] : counts
    let files = Self.counted(fileCount, "file") ?? "no files"
    let milliseconds =
      duration.components.seconds * 1000
      + duration.components.attoseconds / 1_000_000_000_000_000
    let left = suppressed > 0 ? ["\(suppressed) suppressed"] : []
    return "\((found + left).joined(separator: ", ")) in \(files) (\(milliseconds) ms)"
  }

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
