import Documents
import Foundation
import Testing

@testable import DeployModel

/// Damaged projects: whatever stands in a file, validation ends, and says what is wrong and where.
///
/// `FLYCONF_MUTATIONS=50000` makes a longer run.
struct MutationTests {
  private static let count =
    ProcessInfo.processInfo.environment["FLYCONF_MUTATIONS"].flatMap { Int($0) } ?? 500

  private static let bases: [[ProjectFile: String]] =
    [SampleProject.files] + [exampleProject].filter { !$0.isEmpty }

  /// The files of Examples/ezedit, where this clone has it.
  private static var exampleProject: [ProjectFile: String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Examples/ezedit/flyconf")
    return ProjectFile.all.reduce(into: [:]) { files, file in
      files[file] = try? String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
    }
  }

  @Test func findsWhatIsWrongInADamagedProjectAndWhere() throws {
    let kinds = ProjectMutation.Kind.allCases
    var expectations = 0
    for index in 0..<Self.count {
      var generator = SplitMix(state: UInt64(index))
      let base = Self.bases[index / kinds.count % Self.bases.count]
      let files = base.keys.sorted { $0.stem < $1.stem }
      let file = try #require(files.randomElement(using: &generator))
      let text = try #require(base[file])
      let kind = kinds[index % kinds.count]
      guard let mutation = ProjectMutation(kind, of: file, text, &generator) else { continue }
      expectations += mutation.expected == nil ? 0 : 1
      check(mutation, in: base, "mutation \(index): \(kind) in \(file.name)")
    }
    #expect(expectations >= Self.count / 10)
  }

  private func check(
    _ mutation: ProjectMutation, in base: [ProjectFile: String], _ comment: Comment
  ) {
    var sources = base.reduce(into: [ProjectFile: SourceText]()) { sources, file in
      sources[file.key] = SourceText(name: file.key.name, file.value)
    }
    let source = SourceText(name: mutation.file.name, bytes: mutation.bytes)
    sources[mutation.file] = source
    var findings: [Finding] = []
    let duration = ContinuousClock().measure {
      findings = ProjectSnapshot(sources).validate(at: SampleProject.now)
    }
    #expect(duration < .seconds(30), comment)
    let lines = LineIndex(source)
    for finding in findings {
      #expect(!finding.message.isEmpty && finding.help?.isEmpty != true, comment)
      expectPlace(finding, in: mutation.file, lines, comment)
    }
    if let expected = mutation.expected {
      let line = lines.location(of: expected.offset).line
      let own = findings.filter {
        $0.place.file == mutation.file.name && $0.place.start.line == line
          && $0.message.contains(expected.text)
      }
      #expect(!own.isEmpty, comment)
    }
  }

  /// The place can be shown, whatever it holds.
  private func expectPlace(
    _ finding: Finding, in file: ProjectFile, _ lines: LineIndex, _ comment: Comment
  ) {
    let place = finding.place
    #expect(!place.file.isEmpty && place.start.line >= 1 && place.start.column >= 1, comment)
    #expect(place.start <= place.end, comment)
    guard place.file == file.name, place.start <= place.end else { return }
    let excerpt = Excerpt(lines, place.start..<place.end).lines(help: finding.help)
    #expect(excerpt.count == (finding.help == nil ? 3 : 4), comment)
    #expect(excerpt.allSatisfy { !$0.utf8.contains { $0 < 0x20 && $0 != 0x09 } }, comment)
  }
}
