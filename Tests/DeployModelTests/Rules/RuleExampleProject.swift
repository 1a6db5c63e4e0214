import Documents
import Foundation
import Testing

@testable import DeployModel

/// A rule's example laid into a project: the files as they would stand on disk, and the place at
/// which the rule should point, found in the text and not by the code under test.
struct RuleExampleProject {
  var files: [ProjectFile: String]
  var expected: SourcePosition?

  /// - Parameters:
  ///   - piece: The example's wrong or right side.
  ///   - base: A project in which no rule finds anything.
  init(_ example: RuleExample, _ piece: String, in base: [ProjectFile: String]) throws {
    let file = try #require(example.file)
    files = base.filter { !example.absent.contains($0.key) }
    if example.isWholeFile {
      files[file] = piece
    } else {
      var pieces = example.context
      pieces[file] = piece
      // What is laid into deployment.json comes last: it has the last word on its references.
      let deployment = pieces.removeValue(forKey: .deployment)
      for (file, piece) in pieces { try lay(piece, into: file) }
      if let deployment { try lay(deployment, into: .deployment) }
    }
    expected = Self.place(of: example.field, of: file, in: files[file] ?? "")
  }

  private mutating func lay(_ piece: String, into file: ProjectFile) throws {
    let patch = try Self.read(piece)
    switch file.layout {
    case .object:
      let root = try Self.read(files[file] ?? "{}")
      files[file] = JSONWriter.document(Self.merge(patch, into: root))
    case .list(let key):
      var root = try Self.read(files[file] ?? #"{"\#(key)":[]}"#)
      let entries = root[key]?.elements ?? []
      root = .object([:])
      let added = try Self.entries(patch, file)
      root = Node(.object([Node.Member(key: key, value: Node(.array(entries + added)))]))
      files[file] = JSONWriter.document(root)
      if file == .credentials { try reference(added) }
    case .lines:
      let added = try Self.entries(patch, file).map { JSONWriter.line($0) }
      let lines = (files[file] ?? "").split(separator: "\n").map(String.init)
      files[file] = (lines + added).joined(separator: "\n") + "\n"
    }
  }

  /// Lists added credentials in deployment.json, so that none that is current is without use.
  private mutating func reference(_ credentials: [Node]) throws {
    let root = try Self.read(files[.deployment] ?? "{}")
    let superseded = Set(credentials.compactMap { $0["previous"]?.text })
    let current = credentials.compactMap { $0["id"] }.filter { !superseded.contains($0.text ?? "") }
    let listed = (root["credentials"]?.elements ?? []) + current
    let patch = Node(
      .object([Node.Member(key: "credentials", value: Node(.array(listed)))]))
    files[.deployment] = JSONWriter.document(Self.merge(patch, into: root))
  }

  /// Sound entities of the sample, each with an id of its own and a piece laid over it.
  private static func entries(_ patch: Node, _ file: ProjectFile) throws -> [Node] {
    let pieces: [Node] = if case .array(let pieces) = patch.value { pieces } else { [patch] }
    return try pieces.enumerated().map { index, piece in
      var entity = try sampleEntity(file)
      let id = "00000000-0000-4000-8000-00000000000\(index)"
      entity = merge(.object(["id": Node(.string(id))]), into: entity)
      return merge(piece, into: merge(distinction(of: file), into: entity))
    }
  }

  /// What keeps an added entity from being a double of one that is there.
  private static func distinction(of file: ProjectFile) -> Node {
    switch file {
    case .variables: .object(["key": "ADDED_BY_EXAMPLE"])
    case .credentials: .object(["service_name": "added-by-example"])
    case .healthChecks: .object(["endpoint": "/added-by-example"])
    case .deployments:
      .object([
        "started_at": "2026-11-21T10:00:00Z", "completed_at": "2026-11-21T10:03:20Z",
      ])
    default: .object([:])
    }
  }

  private static func sampleEntity(_ file: ProjectFile) throws -> Node {
    let root = try read(SampleProject.files[file] ?? "")
    if case .list(let key) = file.layout { return try #require(root[key]?.elements.first) }
    return root
  }

  private static func read(_ text: String) throws -> Node {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: "example", text), &diagnostics)
    return try #require(node, "\(text): \(diagnostics)")
  }

  private static func merge(_ patch: Node, into target: Node) -> Node {
    var diagnostics: [Diagnostic] = []
    return MergePatch.apply(patch, to: target, fields: [], &diagnostics)
  }

  // MARK: The expected place

  /// An added entity stands last in its file, so that the last line with a field is the field's.
  private static func place(
    of field: String?, of file: ProjectFile, in text: String
  ) -> SourcePosition? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let field else { return opening(of: file, lines) }
    let key = "\"\(field)\":"
    for (index, line) in lines.enumerated().reversed() {
      guard let range = line.range(of: key, options: .backwards) else { continue }
      let before = line[..<range.lowerBound].unicodeScalars.count
      let gap = line[range.upperBound...].prefix { $0 == " " }.count
      return SourcePosition(line: index + 1, column: before + key.unicodeScalars.count + gap + 1)
    }
    return nil
  }

  private static func opening(of file: ProjectFile, _ lines: [String]) -> SourcePosition? {
    switch file.layout {
    case .object: SourcePosition(line: 1, column: 1)
    case .list: lines.lastIndex { $0 == "    {" }.map { SourcePosition(line: $0 + 1, column: 5) }
    case .lines:
      lines.lastIndex { !$0.isEmpty }.map { SourcePosition(line: $0 + 1, column: 1) }
    }
  }
}
