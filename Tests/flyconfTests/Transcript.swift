import CommandKit
import DeployModel
import Foundation
import Testing

@testable import flyconf

/// A Markdown file whose console blocks show commands and exactly what they print.
///
/// Commands run one after another in one folder, which holds a copy of `Examples`. A fenced block
/// under a line that is a path in backticks and a colon is written to that path first; under
/// `typed`, it is what a person types when the next commands ask, one answer a line.
/// What differs from run to run, such as keys, has stand-ins: see `DynamicValues`.
/// `UPDATE_TRANSCRIPTS=1` rewrites the blocks instead of comparing them.
struct Transcript: Sendable, CustomTestStringConvertible {
  /// Something to do, at a line of the file.
  enum Step: Sendable {
    case write(path: String, text: String)
    case run(line: Int, command: String, expected: Range<Int>)
  }

  let path: String
  let lines: [String]

  var testDescription: String { path }

  init(_ path: String) throws {
    self.path = path
    lines = try Repository.read(path).components(separatedBy: "\n")
  }

  static func all() throws -> [Transcript] {
    try Repository.files(in: "Tests/flyconfTests/Transcripts", ending: ".md").map(Transcript.init)
  }

  /// The commands that are shown, as they are typed.
  var commands: [String] {
    steps.compactMap { if case .run(_, let command, _) = $0 { command } else { nil } }
  }

  var steps: [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      guard lines[index].hasPrefix("```") else {
        index += 1
        continue
      }
      let start = index + 1
      let end = lines[start...].firstIndex { $0 == "```" } ?? lines.count
      if lines[index] == "```console" {
        steps += commands(in: start..<end)
      } else if let path = pathAbove(index) {
        let text = lines[start..<end].map { $0 + "\n" }.joined()
        steps.append(.write(path: path, text: text))
      }
      index = end + 1
    }
    return steps
  }

  private func commands(in block: Range<Int>) -> [Step] {
    let starts = block.filter { lines[$0].hasPrefix("$ ") }
    return starts.enumerated().map { position, start in
      let end = position + 1 < starts.count ? starts[position + 1] : block.upperBound
      return .run(
        line: start + 1, command: String(lines[start].dropFirst(2)), expected: start + 1..<end)
    }
  }

  private func pathAbove(_ fence: Int) -> String? {
    let line = lines[..<fence].last { !$0.isEmpty } ?? ""
    guard line.hasPrefix("`"), line.hasSuffix("`:") else { return nil }
    return String(line.dropFirst().dropLast(2))
  }

  // MARK: Running

  /// Runs every step; differences are issues at the lines of the file.
  func verify() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    let answers = TypedAnswers()
    var values = try DynamicValues()
    var updated = lines
    var shift = 0
    for step in steps {
      switch step {
      case .write("typed", let text):
        for line in Self.lines(of: values.actual(text)) { answers.append(line) }
      case .write(let path, let text): try test.write(values.actual(text), to: path)
      case .run(let line, let command, let expected):
        let printed = try Self.output(of: values.actual(command), in: test, answers)
        let actual = printed.map { values.settled($0) }
        if Self.isUpdating {
          let range = expected.lowerBound + shift..<expected.upperBound + shift
          updated.replaceSubrange(range, with: actual)
          shift += actual.count - expected.count
        } else if actual != Array(lines[expected]) {
          record(actual, Array(lines[expected]), command, line)
        }
      }
    }
    if Self.isUpdating, updated != lines {
      let text = updated.joined(separator: "\n")
      try Data(text.utf8).write(to: Repository.folder.appending(path: path))
    }
  }

  private static let isUpdating =
    ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil

  private func record(_ actual: [String], _ expected: [String], _ command: String, _ line: Int) {
    let changes = actual.difference(from: expected).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    Issue.record(
      "$ \(command)\n\(changes.joined(separator: "\n"))",
      sourceLocation: SourceLocation(
        fileID: "flyconfTests/\(path)", filePath: Repository.folder.appending(path: path).path,
        line: line, column: 1))
  }

  /// What a command prints, and its exit code unless that is 0.
  private static func output(
    of command: String, in test: TestContext, _ answers: TypedAnswers
  ) throws -> [String] {
    let before = test.screen.text.utf8.count
    var words = try ShellWords(command).words
    var environment: [String: String] = [:]
    while let word = words.first, let equals = word.firstIndex(of: "="),
      word[..<equals].allSatisfy({ $0.isUppercase || $0 == "_" })
    {
      environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
      words.removeFirst()
    }
    var input = ""
    if let redirection = words.firstIndex(of: "<") {
      input = try test.read(words[redirection + 1])
      words.removeSubrange(redirection...redirection + 1)
    }
    var descriptors: [Int32: String] = [:]
    while let redirection = words.firstIndex(where: { $0.wholeMatch(of: /[0-9]+</) != nil }) {
      let number = Int32(words[redirection].dropLast()) ?? 0
      descriptors[number] = try test.read(words[redirection + 1])
      words.removeSubrange(redirection...redirection + 1)
    }
    if words.first == "cat" { return try lines(of: test.read(words[1])) }
    try #require(words.first == "flyconf", "a transcript runs flyconf and cat: \(command)")
    let context = test.context(
      environment: environment, input: input, answers: answers.isEmpty ? nil : answers,
      descriptors: descriptors)
    let code = Flyconf.run(Array(words.dropFirst()), in: context)
    let printed = String(decoding: test.screen.text.utf8.dropFirst(before), as: UTF8.self)
      .replacingOccurrences(of: test.folder.path, with: "/home/you/harbour")
      .replacingOccurrences(of: test.home.path, with: "/home/you")
    return lines(of: printed) + (code == .fine ? [] : ["[exit \(code.rawValue)]"])
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

@Suite(.serialized) struct TranscriptTests {
  @Test(arguments: try Transcript.all())
  func prints(_ transcript: Transcript) throws { try transcript.verify() }

  @Test func theReadmeShowsWhatReallyHappens() throws { try Transcript("README.md").verify() }

  @Test func everyCommandHasATranscript() throws {
    let shown = try Transcript.all().flatMap(\.commands)
    for command in Flyconf.tree.commands {
      let name = command.path.joined(separator: " ")
      #expect(shown.contains { $0.hasPrefix("flyconf \(name)") }, "no transcript of '\(name)'")
    }
  }
}
