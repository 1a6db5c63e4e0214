import CommandKit
import DeployModel
import Foundation
import Testing

@testable import flyconf

/// The tables of the README, as the code says they are.
enum ReadmeTables {
  static let all: [(name: String, lines: [String])] = [
    ("commands", commands), ("steps", steps), ("files", files), ("rules", rules),
    ("exit-codes", exitCodes),
  ]

  private static var commands: [String] {
    table(
      ["command", "what it does"],
      Flyconf.tree.commands.map {
        ["`flyconf \($0.path.joined(separator: " "))`", $0.description.summary]
      })
  }

  private static var steps: [String] {
    table(["step", "what it makes sure of"], CheckStep.all.map { [$0.name, $0.summary] })
  }

  private static var files: [String] {
    table(
      ["file", "holds", "what"],
      ProjectFile.all.map { ["`\($0.name)`", $0.entity, $0.summary] })
  }

  private static var rules: [String] {
    table(
      ["code", "severity", "what is right"],
      Rule.all.map { ["\($0.code)", $0.severity.rawValue, $0.summary] })
  }

  private static var exitCodes: [String] {
    table(["code", "means"], ExitCode.allCases.map { ["\($0.rawValue)", $0.summary] })
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }

  /// The README with its tables as they should be.
  static func applied(to readme: String) -> String {
    all.reduce(readme) { text, table in
      let start = "<!-- table: \(table.name) -->\n"
      guard let opening = text.range(of: start),
        let closing = text.range(of: "<!-- end -->", range: opening.upperBound..<text.endIndex)
      else { return text }
      let body = "\n" + table.lines.joined(separator: "\n") + "\n\n"
      return text.replacingCharacters(in: opening.upperBound..<closing.lowerBound, with: body)
    }
  }
}

extension TranscriptTests {
  @Test func theTablesOfTheReadmeAreTrue() throws {
    let readme = try Repository.read("README.md")
    for table in ReadmeTables.all {
      #expect(readme.contains("<!-- table: \(table.name) -->"))
    }
    let expected = ReadmeTables.applied(to: readme)
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try Data(expected.utf8).write(to: Repository.folder.appending(path: "README.md"))
    } else {
      #expect(readme == expected, "UPDATE_TRANSCRIPTS=1 rewrites the tables")
    }
  }
}
