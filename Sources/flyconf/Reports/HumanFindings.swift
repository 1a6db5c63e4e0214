import DeployModel
import Documents

extension OutputFormat {
  static let human = OutputFormat(
    name: "human", summary: "with the line of each finding and what to do", audience: .people
  ) { report in
    var printer = HumanFindings(report)
    return LogText.harmless(printer.text())
  }
}

/// Prints findings with the source lines they speak of.
private struct HumanFindings {
  private let report: FindingsReport
  private let style: Style
  /// The longest line of which a part is shown, in bytes.
  private static let lineLimit = 16 << 10
  /// How far above its value a key is looked for. Without a key a value is hidden, so that a
  /// small number is safe.
  private static let contextLines = 8
  private var indexes: [String: LineIndex] = [:]

  init(_ report: FindingsReport) {
    self.report = report
    style = Style(isOn: report.hasColor)
  }

  mutating func text() -> String {
    report.counted.map { finding in
      let lines = [finding.headline(style)] + excerpt(of: finding)
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private mutating func excerpt(of finding: Finding) -> [String] {
    // A secret in the open has no form by which a mask would know it.
    guard !finding.rule.findsLeaks, let source = report.sources[finding.place.file]
    else { return help(of: finding) }
    let index = indexes[source.name] ?? LineIndex(source)
    indexes[source.name] = index
    let (start, end) = (finding.place.start, finding.place.end)
    // What is secret in a line is found by reading all of it; nobody wrote a line that long.
    guard index.byteRange(ofLine: start.line).count <= Self.lineLimit else {
      return help(of: finding)
    }
    let line = masked(start.line, of: source, index)
    let last = start.line == end.line ? end.column : line.unicodeScalars.count + 1
    return Excerpt(
      line: line, number: start.line, columns: start.column..<max(last, start.column + 1)
    ).lines(help: finding.help?.visible)
  }

  private func masked(_ number: Int, of source: SourceText, _ index: LineIndex) -> String {
    if report.flyTomlNames.contains(source.name) { return FlyTomlMask.masked(index.line(number)) }
    return SecretMask.masked(index.line(number), after: context(of: number, index))
  }

  /// What to do, where no line is shown.
  private func help(of finding: Finding) -> [String] {
    finding.help.map { ["  = help: \($0.visible)"] } ?? []
  }

  /// The lines above one, as far as a key may stand over its value.
  private func context(of line: Int, _ index: LineIndex) -> [String] {
    (max(1, line - Self.contextLines)..<line)
      .filter { index.byteRange(ofLine: $0).count <= Self.lineLimit }
      .map(index.line)
  }
}
