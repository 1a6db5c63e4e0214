import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// How reports mark what does not count, and what they keep to themselves.
@Suite struct ReportMarkTests {
  private func program(_ body: (TestContext) throws -> Void) throws {
    let test = try TestContext()
    defer { test.remove() }
    try body(test)
  }

  private func sarifResults(_ test: TestContext) throws -> [Node] {
    var found: [Diagnostic] = []
    let text = try test.read("a.sarif")
    let root = JSONReader.read(SourceText(name: "a.sarif", text), &found)
    return try #require(root?["runs"]?.elements.first?["results"]?.elements)
  }

  @Test func whatTheProjectLeavesOutIsMarkedWithItsReason() throws {
    try program { test in
      let example =
        #"{ "app_name": "shop", "domain": "shop.fly.dev", "region_primary": "mad", "#
        + #""flyconf:ignore": [{ "rule": "FC105", "reason": "moved <soon>" }] }"#
      try test.write(example, to: "flyconf/deployment.json")
      test.run(
        "validate", "flyconf/deployment.json", "--rule", "FC105", "--report", "sarif=a.sarif",
        "--report", "junit=a.xml", "--report", "gitlab=a.json", "--report", "github=a.txt")
      let result = try #require(try sarifResults(test).first)
      let suppression = result["suppressions"]?.elements.first
      #expect(suppression?["kind"]?.text == "inSource")
      #expect(suppression?["justification"]?.text == "moved <soon>")
      let junit = try test.read("a.xml")
      #expect(junit.contains("<skipped message=\"moved &lt;soon&gt;\"/>"))
      #expect(junit.contains("failures=\"0\""))
      #expect(try test.read("a.json") == "[]\n")
      #expect(try test.read("a.txt") == "")
    }
  }

  @Test func whatABaselineHasIsMarkedToo() throws {
    try program { test in
      try test.write("app = 'shop'\nodd = 1\n", to: "fly.toml")
      test.run("validate", "fly.toml", "--write-baseline", "known.json")
      test.run(
        "validate", "fly.toml", "--baseline", "known.json", "--report", "sarif=a.sarif",
        "--report", "junit=a.xml", "--report", "json=a.json")
      let suppression = try sarifResults(test).first?["suppressions"]?.elements.first
      #expect(suppression?["kind"]?.text == "external")
      let (junit, json) = (try test.read("a.xml"), try test.read("a.json"))
      #expect(junit.contains("<skipped message=\"it stands in the baseline\"/>"))
      #expect(json.contains("\"baselined\": true"))
      #expect(json.contains("\"warnings\": 0"))
    }
  }

  @Test func aSecretIsNeitherBaselinedNorHashed() throws {
    try program { test in
      try test.write(
        "app = 'shop'\nodd = 1\n[env]\nDB_PASSWORD = 'hunter2-hunter3'\n", to: "fly.toml")
      test.run("validate", "fly.toml", "--write-baseline", "known.json")
      let options = ["--baseline", "known.json", "--report", "sarif=a.sarif", "--strict"]
      #expect(Flyconf.run(["validate", "fly.toml"] + options, in: test.context()) == .found)
      let results = try sarifResults(test)
      let hashes = results.map { result in
        result["partialFingerprints"]?["primaryLocationLineHash"] != nil
      }
      #expect(results.compactMap { $0["ruleId"]?.text } == ["FC903", "FC980"])
      #expect(hashes == [true, false])
      let text = try test.read("a.sarif") + test.read("known.json")
      #expect(!text.contains("hunter2"))
    }
  }

  @Test func pathsAreThoseOfTheRepository() throws {
    try program { test in
      let manager = FileManager.default
      let top = test.folder.deletingLastPathComponent()
      try manager.createDirectory(
        at: top.appending(path: ".git/refs"), withIntermediateDirectories: true)
      try Data("ref: refs/heads/main\n".utf8).write(to: top.appending(path: ".git/HEAD"))
      let paths = RepositoryPaths(from: test.folder.path, environment: [:])
      #expect(paths.path(of: "fly.toml") == "harbour/fly.toml")
      #expect(paths.path(of: "../other/fly.toml") == "other/fly.toml")
      #expect(paths.reference(to: "a b:c.toml") == "harbour/a%20b%3Ac.toml")
      #expect(paths.reference(to: "/elsewhere/fly.toml") == "file:///elsewhere/fly.toml")
    }
  }
}
