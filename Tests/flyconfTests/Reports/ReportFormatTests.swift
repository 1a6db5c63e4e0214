import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What each format has of the same findings.
@Suite struct ReportFormatTests {
  private func output(_ format: String, _ words: String...) throws -> String {
    let test = try TestContext()
    defer { test.remove() }
    try HostileFindings.write(in: test)
    let context = test.context()
    _ = Flyconf.run(["validate", HostileFindings.name, "--format", format] + words, in: context)
    return test.output.text
  }

  private func json(_ text: String) throws -> Node {
    var found: [Diagnostic] = []
    let root = JSONReader.read(SourceText(name: "report", text), &found)
    #expect(found.isEmpty)
    return try #require(root)
  }

  @Test func jsonLinesHaveOneObjectEachAndTheSummaryLast() throws {
    let lines = try output("jsonl").split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines { _ = try json(String(line)) }
    let summary = try json(String(lines[4]))["summary"]
    #expect(summary?["files"]?.isEqual(to: 1) ?? false)
  }

  @Test func sarifHasWhatCodeScanningAsksFor() throws {
    let root = try json(try output("sarif"))
    let run = try #require(root["runs"]?.elements.first)
    #expect(run["columnKind"]?.text == "unicodeCodePoints")
    #expect(run["automationDetails"]?["id"]?.text == "flyconf/")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    #expect(rules.count == Rule.validated.count)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = try #require(rule[key]?["text"]?.text)
        #expect(!text.isEmpty && text.unicodeScalars.count <= 1024, "\(rule["id"]?.text ?? "")")
      }
    }
    let precisions = Dictionary(
      grouping: rules, by: { $0["properties"]?["precision"]?.text ?? "" })
    #expect(Set(precisions.keys) == ["very-high", "high", "medium"])
    #expect(precisions["medium"]?.contains { $0["id"]?.text == "FC980" } == true)
    let results = try #require(run["results"]?.elements)
    #expect(results.count == 4)
    for result in results {
      let place = try #require(result["locations"]?.elements.first?["physicalLocation"])
      let uri = try #require(place["artifactLocation"]?["uri"]?.text)
      #expect(uri.hasPrefix("%D0%BA%D0%BE%D0%BD%D1%84%D0%B8%D0%B3%20100%25%2C%20%27a%3Ab%27/fly"))
      #expect(result["partialFingerprints"]?["flyconf/v1"]?.text?.count == 32)
      #expect(result["partialFingerprints"]?["primaryLocationLineHash"]?.text != nil)
    }
    let region = results[2]["locations"]?.elements[0]["physicalLocation"]?["region"]
    #expect(region?["startLine"]?.isEqual(to: 4) ?? false)
  }

  @Test func sarifFixesSayWhatToWriteWhere() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("app = 'shop'\nkill_timeout = 300\n", to: "fly.toml")
    test.run("validate", "fly.toml", "--format", "sarif")
    let result = try json(test.output.text)["runs"]?.elements[0]["results"]?.elements.first
    let change = result?["fixes"]?.elements.first?["artifactChanges"]?.elements.first
    let replacement = try #require(change?["replacements"]?.elements.first)
    #expect(replacement["insertedContent"]?["text"]?.text == "'5m'")
    #expect(replacement["deletedRegion"]?["startColumn"]?.isEqual(to: 16) ?? false)
    #expect(replacement["deletedRegion"]?["endColumn"]?.isEqual(to: 19) ?? false)
  }

  @Test func gitHubAnnotationsEscapeAndCountUTF16() throws {
    let lines = try output("github").split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    let name = "конфиг 100%25%2C 'a%3Ab'/fly [x].toml"
    for line in lines { #expect(line.contains("file=\(name),line="), "\(line)") }
    #expect(lines[0].hasPrefix("::warning title=flyconf (FC923),"))
    #expect(lines[1].contains("::flyctl knows no 'a%250A::error::]]>&<, ключ 😀'"))
    // The quotes, and two units for the emoji.
    #expect(lines[1].contains("line=3,col=1,endLine=3,endColumn=30::"), "\(lines[1])")
    for line in lines { #expect(line.utf8.count < 5_000) }
  }

  @Test func gitHubAnnotationsAreCappedWithANotice() throws {
    let test = try TestContext()
    defer { test.remove() }
    let keys = (0..<25).map { "odd\($0) = 1\n" }.joined()
    try test.write("app = 'shop'\n" + keys, to: "fly.toml")
    test.run("validate", "fly.toml", "--format", "github")
    let lines = test.output.text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.last == "::notice title=flyconf::15 more findings not shown here: 25 warnings")
  }

  @Test func gitLabHasAnArrayWithUniqueFingerprints() throws {
    let issues = try json(try output("gitlab")).elements
    #expect(issues.count == 4)
    #expect(Set(issues.compactMap { $0["fingerprint"]?.text }).count == 4)
    #expect(issues.allSatisfy { $0["location"]?["path"]?.text == HostileFindings.name })
    #expect(issues.allSatisfy { $0["severity"]?.text == "minor" })
    #expect(
      try json(try output("gitlab", "--ignore", "FC903", "--ignore", "FC923")).isEqual(to: []))
  }

  @Test func junitListsRulesThatFoundNothing() throws {
    let text = try output("junit")
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(text.contains("failures=\"4\""))
    #expect(text.contains("<testcase name=\"FC901 "))
    #expect(text.contains("hostname=\"localhost\""))
    #expect(text.contains("timestamp=\"2026-11-23T00:00:00\""))
  }

  @Test func otherCommandsRefuseFormatsOfFindings() throws {
    let test = try TestContext()
    defer { test.remove() }
    for format in ["sarif", "github", "gitlab", "junit", "jsonl"] {
      #expect(test.run("rules", "--format", format) == .usage)
    }
  }
}
