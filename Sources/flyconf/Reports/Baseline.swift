import DeployModel
import Documents

/// Findings that were there before a team began to look: only new ones count.
///
/// Findings are known by their fingerprints, which new layout and moved lines do not change. What
/// guards a secret or the vault counts all the same.
struct Baseline {
  private static let format = "flyconf.baseline/1"

  private let fingerprints: Set<String>

  /// Reads a baseline.
  ///
  /// - Throws: `Failure` if it cannot be read.
  init(_ path: String, _ context: Context) throws {
    guard
      let bytes = try context.files.contents(
        of: context.absolute(path), limit: SourceText.sizeLimit)
    else {
      throw Failure(
        "cannot read the baseline '\(path)': no such file",
        help: "draw it with --write-baseline \(path)")
    }
    var found: [Diagnostic] = []
    let source = SourceText(name: path, bytes: bytes)
    let root = JSONReader.read(source, &found)
    guard found.isEmpty, let root, root["format"]?.text == Self.format else {
      let place = found.first.map { ":\(LineIndex(source).location(of: Int($0.span.start)).line)" }
      throw Failure(
        "'\(path)\(place ?? "")' is no baseline of flyconf",
        help: "draw it with --write-baseline \(path)")
    }
    fingerprints = Set((root["findings"]?.elements ?? []).compactMap { $0["fingerprint"]?.text })
  }

  /// Marks the findings that the baseline has.
  ///
  /// - Returns: How many of the baseline are no longer there.
  func mark(_ report: inout FindingsReport) -> Int {
    let found = FindingFingerprint.all(report.findings, report.paths).map(\.text)
    for (index, fingerprint) in found.enumerated() where fingerprints.contains(fingerprint) {
      report.findings[index].isBaselined = report.findings[index].rule.isBaselinable
    }
    return fingerprints.subtracting(found).count
  }

  /// The findings of a run that a baseline takes.
  static func recorded(of report: FindingsReport) -> [Finding] {
    report.findings.filter(isRecorded)
  }

  private static func isRecorded(_ finding: Finding) -> Bool {
    finding.rule.isBaselinable && !finding.isSuppressed
  }

  /// A baseline with everything that a run has found.
  static func text(of report: FindingsReport) -> String {
    let fingerprints = FindingFingerprint.all(report.findings, report.paths)
    let entries = zip(report.findings, fingerprints)
      .filter { isRecorded($0.0) }
      .map { finding, fingerprint -> Node in
        .object([
          "fingerprint": Node(.string(fingerprint.text)),
          "code": Node(.string(finding.rule.code.text)),
          "rule": Node(.string(finding.rule.name)),
          "file": Node(.string(report.paths.path(of: finding.place.file))),
        ])
      }
    return JSONWriter.document(
      .object(["format": Node(.string(format)), "findings": Node(.array(entries))]))
  }
}

extension Rule {
  fileprivate var isBaselinable: Bool { protection != .secret && !guardsVault }
}
