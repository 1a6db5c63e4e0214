import Foundation
import Testing

@testable import flyconf

/// Reports beside standard output, baselines, and what a GitHub runner is given.
@Suite struct ReportOptionTests {
  private func program(_ body: (TestContext) throws -> Void) throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("app = 'shop'\nodd = 1\nswap_size_mb = '512'\n", to: "fly.toml")
    try body(test)
  }

  @Test func reportsAreWrittenInTheSameRun() throws {
    try program { test in
      #expect(
        test.run(
          "validate", "fly.toml", "--report", "sarif=a.sarif", "--report", "junit=b.xml",
          "--format", "concise") == .found)
      #expect(test.output.text.split(separator: "\n").count == 2)
      let sarif = try test.read("a.sarif")
      #expect(sarif.contains("\"version\": \"2.1.0\""))
      let junit = try test.read("b.xml")
      #expect(junit.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
      #expect(test.run("validate", "fly.toml", "--report", "xml=a") == .usage)
      #expect(test.run("validate", "fly.toml", "--report", "sarif") == .usage)
    }
  }

  @Test(arguments: ["validate", "check"])
  func aReportThatCannotBeWrittenKeepsNoOtherFromIt(command: String) throws {
    try program { test in
      let summary = test.folder.appending(path: "summary.md").path
      let words =
        [command] + (command == "check" ? ["--no-git"] : ["fly.toml"]) + [
          "--report", "sarif=none/x", "--report", "json=ok.json", "--report", "junit=none/y",
          "--write-baseline", "known.json", "--format", "json",
        ]
      let context = test.context(
        environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
      #expect(Flyconf.run(words, in: context) == .couldNotRun)
      let written = try ["ok.json", "summary.md", "known.json"].map { try test.read($0) }
      #expect(written[0] == test.output.text)
      #expect(written[1].hasPrefix("### flyconf: 1 error"))
      #expect(written[2].contains("fingerprint"))
      for name in ["x", "y"] {
        let path = test.folder.appending(path: "none/\(name)").path
        #expect(test.errors.text.contains("error: cannot write '\(path)': no such file or folder"))
      }
      let last = test.errors.text.split(separator: "\n").last ?? ""
      #expect(last.contains("1 error, 1 warning"), "\(test.errors.text)")
    }
  }

  @Test func onlyWhatABaselineLacksCounts() throws {
    try program { test in
      #expect(
        test.run("validate", "fly.toml", "-o", "out", "--write-baseline", "known.json") == .fine)
      #expect(
        test.run("validate", "fly.toml", "--baseline", "known.json", "--strict") == .fine)
      #expect(test.errors.text.contains("no findings, 2 in the baseline in 1 file"))
      // Moved lines and another layout are no new findings; another key is.
      try test.write(
        "# new\napp = 'shop'\n\nswap_size_mb    = '512'\n\nodd=2\nodder = 1\n", to: "fly.toml")
      #expect(
        test.run(
          "validate", "fly.toml", "--baseline", "known.json", "--strict", "--format", "concise")
          == .found)
      #expect(test.output.text.split(separator: "\n").last?.contains("'odder'") ?? false)
      #expect(!test.output.text.contains("'odd' at"))
    }
  }

  @Test func saysWhatOfABaselineIsGone() throws {
    try program { test in
      test.run("validate", "fly.toml", "--write-baseline", "known.json")
      try test.write("app = 'shop'\nodd = 1\n", to: "fly.toml")
      test.run("validate", "fly.toml", "--baseline", "known.json")
      #expect(test.errors.text.contains("note: 1 finding of 'known.json' is no longer there"))
      #expect(test.run("validate", "fly.toml", "--baseline", "none.json") == .couldNotRun)
      try test.write("[1", to: "bad.json")
      #expect(test.run("validate", "fly.toml", "--baseline", "bad.json") == .couldNotRun)
    }
  }

  @Test func aRunnerIsGivenAnnotationsAndASummary() throws {
    try program { test in
      let summary = test.folder.appending(path: "summary.md").path
      let output = test.folder.appending(path: "output").path
      let runner = [
        "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary, "GITHUB_OUTPUT": output,
      ]
      test.run("validate", "fly.toml", "--format", "json", environment: runner)
      let alone = test.output.text
      #expect(!alone.contains("::"))
      #expect(test.errors.text.contains("::error title=flyconf (FC"))
      let page = try test.read("summary.md")
      #expect(page.hasPrefix("### flyconf: 1 error, 1 warning\n"))
      #expect(try test.read("output") == "errors=1\nwarnings=1\n")
      let annotated = test.errors.text
      test.run("validate", "fly.toml", "--format", "json", "--no-ci", environment: runner)
      #expect(test.output.text == alone + alone)
      #expect(!test.errors.text.dropFirst(annotated.count).contains("::"))
      test.run(
        "validate", "fly.toml",
        environment: runner.merging(["GITHUB_STEP_SUMMARY": "/nowhere/at/all"]) { $1 })
      #expect(test.errors.text.contains("note: GITHUB_STEP_SUMMARY: "))
    }
  }
}
