import DeployModel
import Documents

extension OutputFormat {
  static let github = OutputFormat(
    name: "github", summary: "workflow commands, which GitHub shows in pull requests",
    audience: .reportReaders
  ) { report in GitHubAnnotations(report).text }
}

/// Findings as workflow commands of GitHub Actions.
///
/// A step shows ten annotations of each kind; what is beyond is counted in a last notice.
///
/// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
struct GitHubAnnotations {
  /// How many annotations of one kind a step shows.
  private static let limit = 10
  /// The longest message, in bytes once it is escaped.
  private static let messageLimit = 4096

  private let report: FindingsReport

  init(_ report: FindingsReport) { self.report = report }

  var text: String {
    let counted = report.counted
    let failures = report.failures.prefix(Self.limit)
    var left = report.failures.count - failures.count
    let kinds = Severity.allCases.reversed().map { severity in
      let limit = Self.limit - taken(severity, by: failures.count)
      let found = counted.filter { $0.rule.severity == severity }
      left += max(0, found.count - limit)
      return found.prefix(limit).map(annotation)
    }
    return failures.map(annotation).joined() + kinds.joined().joined()
      + (left > 0 ? notice(of: left) : "")
  }

  /// How many annotations of a kind are no findings.
  private func taken(_ severity: Severity, by failures: Int) -> Int {
    switch severity {
    case .error: failures
    case .warning: 0
    // The last notice of the step is for what is not shown.
    case .note: 1
    }
  }

  private func annotation(of failure: StepFailure) -> String {
    command("error", [("title", "flyconf (\(failure.step))")], failure.text)
  }

  private func notice(of left: Int) -> String {
    command(
      "notice", [("title", "flyconf")],
      "\(Counted(left, "more finding")) not shown here: \(report.totals)")
  }

  private func annotation(of finding: Finding) -> String {
    var properties = [
      ("title", "flyconf (\(finding.rule.code))"),
      ("file", report.paths.path(of: finding.place.file)),
      ("line", String(finding.place.start.line)),
    ]
    let (start, end) = columns(of: finding)
    if let start, let end {
      properties += [("col", String(start)), ("endLine", String(finding.place.end.line))]
      properties.append(("endColumn", String(end)))
    } else if finding.place.end.line > finding.place.start.line {
      properties.append(("endLine", String(finding.place.end.line)))
    }
    let help = finding.help.map { "\nhelp: \($0)" } ?? ""
    return command(
      finding.rule.severity.gitHubCommand, properties,
      "\(finding.message)\(help)\nmore: flyconf explain \(finding.rule.code)")
  }

  /// The first column and the first one behind the part, in UTF-16 units from 1. The runner takes
  /// columns only of a part that is in one line.
  private func columns(of finding: Finding) -> (Int?, Int?) {
    let (start, end) = (finding.place.start, finding.place.end)
    guard start.line == end.line else { return (nil, nil) }
    guard let line = report.line(start.line, of: finding.place.file) else {
      return (start.column, max(start.column, end.column))
    }
    let scalars = line.unicodeScalars
    let units = { (column: Int) in
      scalars.prefix(column - 1).reduce(1) { $0 + UTF16.width($1) }
    }
    return (units(start.column), max(units(start.column), units(end.column)))
  }

  // MARK: Workflow commands

  private func command(
    _ name: String, _ properties: [(name: String, value: String)], _ message: String
  ) -> String {
    let written = properties.map { "\($0.name)=\(Self.escapedProperty($0.value))" }
    return "::\(name) \(written.joined(separator: ","))::\(Self.escapedMessage(message))\n"
  }

  private static func escapedMessage(_ text: String) -> String {
    var escaped = ""
    for character in text {
      let next = Self.escaped(String(character))
      guard escaped.utf8.count + next.utf8.count <= messageLimit else { break }
      escaped += next
    }
    return escaped
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case "\t": "\t"
      default: String(scalar).visible
      }
    }.joined()
  }
}

extension Severity {
  fileprivate var gitHubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
