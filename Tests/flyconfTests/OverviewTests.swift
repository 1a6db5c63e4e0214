import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// The screen that bare `flyconf` shows.
@Suite struct OverviewTests {
  private func screen(_ test: TestContext, _ words: String..., daysLater: Int64 = 0) -> String {
    let before = test.output.text.count
    let context = test.context(daysLater: daysLater)
    #expect(Flyconf.run(words, in: context) == .fine)
    return String(test.output.text.dropFirst(before))
  }

  private func line(_ title: String, of screen: String) -> String? {
    screen.split(separator: "\n").map(String.init).first { $0.hasPrefix(title) }
  }

  @Test func fitsAScreenHoweverMuchThereIs() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let long = String(repeating: "long-name-", count: 12)
    for index in 0..<14 {
      try project.set("\(long)\(index)", "value-\(index)", category: "ai")
      try project.run(
        "secrets", "set", "\(long)\(index)", "--same-value", "--priority",
        index.isMultiple(of: 2) ? "medium" : "low")
    }
    let screen = screen(project.test)
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= 80 })
    #expect(!screen.contains("\u{1B}"))
  }

  @Test(arguments: ["sarif", "github", "gitlab", "junit", "jsonl"])
  func formatsOfFindingsAreRefused(format: String) throws {
    let test = try TestContext()
    defer { test.remove() }
    for _ in 0..<2 {
      let before = test.output.text.count
      #expect(test.run("--format", format) == .usage)
      let output = test.output.text.dropFirst(before)
      #expect(output.contains("--format \(format) is for findings, and the overview has none"))
      #expect(output.contains("the formats that it has are human, concise, json"))
      test.run("init", "--app", "harbour", "--no-vault", "--quiet")
    }
  }

  @Test func theLineShowsWhatIsDueAndWhen() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let calm = screen(project.test)
    #expect(calm.contains("1 2026-12-23, in 30 days: 'stripe' (production)"))
    #expect(calm.contains("2 2027-02-21, in 90 days: 'resend' (production)"))
    let marks = try #require(line("rotation", of: calm)).dropFirst(OverviewSection.indentation)
    #expect(Array(marks)[20] == "1" && Array(marks)[60] == "2")
    let late = screen(project.test, daysLater: 33)
    #expect(late.contains("! 'stripe' (production) 3 days late"))
    #expect(line("next", of: late) == "next         flyconf secrets rotate")
  }

  @Test func whatIsBrokenComesFirst() throws {
    let project = try CommandProject()
    defer { project.remove() }
    #expect(
      line("vault", of: screen(project.test)) == "vault        3 changes, 2 sealed values, 1 member"
    )
    let text = try project.test.read("flyconf/credentials.json")
    try project.test.write(
      text.replacing("2026-12-23", with: "2029-12-23"), to: "flyconf/credentials.json")
    let broken = screen(project.test)
    #expect(line("vault", of: broken) == "vault        does not verify")
    #expect(line("next", of: broken) == "next         flyconf vault verify")
  }

  @Test func brokenFilesDoNotKeepItFromTheRest() throws {
    let project = try CommandProject()
    defer { project.remove() }
    try project.test.write("{", to: "flyconf/certificate.json")
    try project.test.write("[1]\n{\n", to: "flyconf/deployments.jsonl")
    let screen = screen(project.test)
    #expect(line("environments", of: screen)?.contains("harbour") == true)
    #expect(line("next", of: screen) == "next         flyconf validate")
  }
}
