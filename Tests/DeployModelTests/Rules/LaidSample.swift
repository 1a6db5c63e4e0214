import Documents
import Testing

@testable import DeployModel

/// The sample project with pieces laid over it as rules' examples are: fields of one entity, or
/// entities that are added to a list.
struct LaidSample {
  let files: [ProjectFile: String]

  /// - Parameters:
  ///   - pieces: By file, a merge patch or, for lists, one entity's or several entities' fields.
  init(_ pieces: [ProjectFile: String], without absent: Set<ProjectFile> = []) throws {
    var pieces = pieces
    let file = pieces.keys.first ?? .deployment
    let piece = pieces.removeValue(forKey: file) ?? "{}"
    let example = RuleExample.fields(
      file, at: nil, wrong: "", right: "", with: pieces, without: absent)
    files = try RuleExampleProject(example, piece, in: SampleProject.files).files
  }

  init(check piece: String) throws { try self.init([.healthChecks: piece]) }
  init(certificate piece: String) throws { try self.init([.certificate: piece]) }
  init(deployment piece: String) throws { try self.init([.deployments: piece]) }

  var snapshot: ProjectSnapshot { SampleProject.snapshot(files) }
  var findings: [Finding] { snapshot.validate(at: SampleProject.now) }

  /// The codes of everything that was found and not left out.
  var codes: [String] { findings.filter { !$0.isSuppressed }.map(\.rule.code.text) }

  /// Message, help and pointer of the one finding there is.
  var only: FindingText {
    get throws {
      let findings = findings
      try #require(findings.count == 1, "\(findings.map { "\($0.rule.code) \($0.message)" })")
      return FindingText(findings[0])
    }
  }
}

/// What people read of a finding, and the field that it points to.
struct FindingText: Equatable, CustomStringConvertible {
  var code: String
  var message: String
  var help: String?
  var field: String

  init(_ finding: Finding) {
    self.init(
      finding.rule.code.text, finding.message, help: finding.help,
      at: finding.pointer?.split(separator: "/").last.map(String.init) ?? "")
  }

  init(_ code: String, _ message: String, help: String?, at field: String) {
    self.code = code
    self.message = message
    self.help = help
    self.field = field
  }

  var description: String { "\(code) \(message) | \(help ?? "") | \(field)" }
}

/// The findings of a project that is given whole.
func findings(_ changes: [ProjectFile: String]) -> [Finding] {
  let files = SampleProject.files.merging(changes) { $1 }
  return SampleProject.snapshot(files).validate(at: SampleProject.now)
}
