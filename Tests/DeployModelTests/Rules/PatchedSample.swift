import Documents
import Testing

@testable import DeployModel

/// The sample project with some fields of its own files replaced, and what the rules find in it.
struct PatchedSample {
  private(set) var files = SampleProject.files

  /// - Parameters:
  ///   - patches: By file, an object whose members replace those of the file's entity as a
  ///     whole, `null` removing one; for files with lists, the text of the file.
  ///   - absent: Files that the project lacks.
  init(_ patches: [ProjectFile: String], without absent: Set<ProjectFile> = []) throws {
    for file in absent { files[file] = nil }
    for (file, patch) in patches {
      files[file] = file.layout == .object ? try Self.replaced(file, patch) : patch
    }
  }

  var snapshot: ProjectSnapshot { SampleProject.snapshot(files) }

  var findings: [Finding] { snapshot.validate(at: SampleProject.now) }

  /// The codes of what was found about the deployment and its resources, sorted.
  var codes: [String] {
    findings.map(\.rule.code.text).filter { $0.hasPrefix("FC1") || $0.hasPrefix("FC6") }.sorted()
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

  private static func replaced(_ file: ProjectFile, _ patch: String) throws -> String {
    var members = try read(SampleProject.files[file] ?? "").members
    for change in try read(patch).members {
      let index = members.firstIndex { $0.key == change.key } ?? members.endIndex
      if index < members.endIndex { members.remove(at: index) }
      if case .null = change.value.value { continue }
      members.insert(change, at: index)
    }
    return JSONWriter.document(Node(.object(members)))
  }

  private static func read(_ text: String) throws -> Node {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: "patch", text), &diagnostics)
    return try #require(node, "\(text): \(diagnostics)")
  }
}

extension PatchedSample {
  /// The sample with a patched `deployment.json`.
  init(deployment patch: String) throws { try self.init([.deployment: patch]) }

  /// The sample with a patched `resources.json`.
  init(resources patch: String) throws { try self.init([.resources: patch]) }

  /// The fields that an entity's document lacks although they are required.
  func missingFields(of file: ProjectFile) -> [String] {
    snapshot.documents.distinctDiagnostics(of: file).filter { $0.kind == .missingField }.map {
      String($0.message.split(separator: "'")[1])
    }
  }
}
