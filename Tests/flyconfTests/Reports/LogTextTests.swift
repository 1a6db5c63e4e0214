import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// No name of a file and no text in one becomes a command of the runner that reads the log.
@Suite(.serialized) struct LogTextTests {
  /// Whether a runner obeys a line.
  private static func isCommand(_ line: some StringProtocol) -> Bool {
    line.drop { $0.isWhitespace }.hasPrefix("::") || line.contains("##[")
  }

  private static func commands(in text: String) -> [String] {
    text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.filter(isCommand)
  }

  @Test(arguments: [
    "::error title=pwn::all fine", " ::stop-commands::zz", ":", "##[error]pwn",
    "a\n::error::pwn", "a\r::error::pwn", "\u{200D}::error::pwn", "x::y",
  ])
  func aNameIsNoCommand(name: String) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try repository.test.write("key = '\(CheckedRepository.token)'\n", to: name)
    try repository.git("add", "--all")
    let armour = "-----BEG" + "IN OPENSSH PRIVATE KEY-----\n"
    try repository.test.write(
      armour + String(repeating: "b3BlbnNzaC1rZXk", count: 9), to: name + "2")
    for format in ["concise", "human"] {
      let before = repository.test.output.text.unicodeScalars.count
      let context = repository.test.context(
        environment: repository.environment.merging(["GITHUB_ACTIONS": "true"]) { $1 })
      #expect(Flyconf.run(["check", "--format", format], in: context) == .found)
      let output = String(
        String.UnicodeScalarView(repository.test.output.text.unicodeScalars.dropFirst(before)))
      #expect(output.contains("FC830") && output.contains("FC842"))
      #expect(Self.commands(in: output) == [])
      #expect(!output.unicodeScalars.contains { $0 == "\r" })
    }
  }

  @Test func aNameStaysAPath() {
    #expect(LogText.path("::error::x") == "./::error::x")
    #expect(LogText.path("a::b") == "a::b")
    #expect(LogText.path("") == "")
  }

  @Test func aLineOfAFileIsNoCommand() throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    let text = try repository.test.read("fly.toml")
    let lines = "[build]\nignorefile = '''\n::error::pwn\n  ::stop-commands::zz\n##[error]x\n'''\n"
    try repository.test.write(text + "\n" + lines, to: "fly.toml")
    let context = repository.test.context(environment: repository.environment)
    #expect(Flyconf.run(["check"], in: context) == .found)
    #expect(repository.test.output.text.contains("FC834"))
    #expect(repository.test.output.text.contains("##⟦error]x"))
    #expect(Self.commands(in: repository.test.output.text) == [])
  }

  @Test(arguments: [
    ("::error::x", ":\\u{3a}error::x"), ("a\n \t::b", "a\n \t:\\u{3a}b"), ("a ::b", "a ::b"),
    ("a: b", "a: b"), (":b:", ":b:"), ("##[x]", "##⟦x]"), ("a ###[x]", "a ###⟦x]"),
    ("##vso[x]", "##vso⟦x]"), ("## [x](y)", "## [x](y)"), ("#[x]", "#[x]"),
    ("\u{200C}:\u{1}:x", "\u{200C}:\u{1}\\u{3a}x"), ("#\u{200D}#[x]", "#\u{200D}#⟦x]"),
    ("\r::x", "\r:\\u{3a}x"), ("##\n[x]", "##\n[x]"),
  ])
  func onlyWhatARunnerObeysIsChanged(text: String, harmless: String) {
    #expect(LogText.harmless(text) == harmless)
  }

  @Test func annotationsHoldNoControlCharacters() throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try repository.test.write("key = '\(CheckedRepository.token)'\n", to: "\u{1B}[31mred.txt")
    try repository.git("add", "--all")
    let summary = repository.test.folder.appending(path: "summary.md").path
    let runner = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary]
    let context = repository.test.context(
      environment: repository.environment.merging(runner) { $1 })
    #expect(Flyconf.run(["check", "--format", "github"], in: context) == .found)
    let page = try repository.test.read("summary.md")
    for text in [repository.test.output.text, page] { #expect(!text.contains("\u{1B}")) }
    #expect(repository.test.output.text.contains("file=\\u{1b}[31mred.txt,"))
  }
}
