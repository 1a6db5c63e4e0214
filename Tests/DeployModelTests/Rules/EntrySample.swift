import Documents
import Testing

@testable import DeployModel

/// The sample project with other variables and credentials: each a sound entry of the sample with
/// a merge patch laid over it, and an id of its own.
struct EntrySample {
  let snapshot: ProjectSnapshot
  let findings: [Finding]

  /// - Parameters:
  ///   - variables: A patch for each variable; nothing for those of the sample.
  ///   - credentials: A patch for each credential; nothing for those of the sample.
  ///   - deployment: A patch; without one, the deployment references every current credential.
  init(
    variables: [String]? = nil, credentials: [String]? = nil, deployment: String? = nil,
    without absent: ProjectFile? = nil
  ) throws {
    var files = SampleProject.files
    if let variables { files[.variables] = try Self.list(variables, .variables) }
    if let credentials { files[.credentials] = try Self.list(credentials, .credentials) }
    let patch = try deployment ?? Self.references(in: files[.credentials] ?? "")
    let root = Self.merge(try Self.read(patch), into: try Self.read(files[.deployment] ?? ""))
    files[.deployment] = JSONWriter.document(root)
    if let absent { files[absent] = nil }
    snapshot = SampleProject.snapshot(files)
    findings = snapshot.validate(at: SampleProject.now)
  }

  /// The id of the entry at a place in its list.
  static func id(_ index: Int) -> String { "00000000-0000-4000-8000-00000000000\(index)" }

  /// The codes of what was found about variables and credentials, sorted.
  var codes: [String] {
    findings.map(\.rule.code.text).filter { $0.hasPrefix("FC2") || $0.hasPrefix("FC3") }.sorted()
  }

  func findings(of code: Rule.Code) -> [Finding] { findings.filter { $0.rule.code == code } }

  /// Where a rule's findings point, as JSON pointers.
  func pointers(of code: Rule.Code) -> [String?] { findings(of: code).map(\.pointer) }

  /// The one finding of a rule.
  func finding(of code: Rule.Code) throws -> Finding {
    let found = findings(of: code)
    try #require(found.count == 1, "\(findings.map { "\($0.rule.code) \($0.message)" })")
    return found[0]
  }

  /// What the reader found wrong with a file.
  func mistakes(in file: ProjectFile) -> [Diagnostic] {
    snapshot.documents.distinctDiagnostics(of: file)
  }

  private static func list(_ patches: [String], _ file: ProjectFile) throws -> String {
    guard case .list(let key) = file.layout else { return "" }
    let sample = try #require(try read(SampleProject.files[file] ?? "")[key]?.elements.first)
    let entries = try patches.enumerated().map { index, patch in
      let entry = merge(.object(["id": Node(.string(id(index)))]), into: sample)
      return merge(try read(patch), into: entry)
    }
    return JSONWriter.document(.object([key: Node(.array(entries))]))
  }

  private static func references(in credentials: String) throws -> String {
    let entries = try read(credentials)["credentials"]?.elements ?? []
    let superseded = Set(entries.compactMap { $0["previous"]?.text })
    let current = entries.compactMap { $0["id"]?.text }.filter { !superseded.contains($0) }
    return JSONWriter.document(
      .object(["credentials": Node(.array(current.map { Node(.string($0)) }))]))
  }

  private static func merge(_ patch: Node, into target: Node) -> Node {
    var diagnostics: [Diagnostic] = []
    return MergePatch.apply(patch, to: target, fields: [], &diagnostics)
  }

  private static func read(_ text: String) throws -> Node {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: "patch", text), &diagnostics)
    return try #require(node, "\(text): \(diagnostics)")
  }
}
