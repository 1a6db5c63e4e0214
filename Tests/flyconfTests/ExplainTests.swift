import CommandKit
import DeployModel
import Documents
import Testing

@testable import flyconf

@Suite struct ExplainTests {
  private static func words(_ partial: String) throws -> [String] {
    let test = try TestContext()
    defer { test.remove() }
    return Flyconf.tree.completions(
      for: ["explain", partial], values: CompletedNames(context: test.context()).candidates
    ).candidates.map(\.word)
  }

  @Test func completesKeysOfFlyTomlRulesAndFields() throws {
    #expect(try Self.words("http_service.int") == ["http_service.internal_port"])
    #expect(try Self.words("fly.") == ["fly.toml"])
    #expect(try Self.words("FC401") == ["FC401"])
    #expect(try Self.words("HealthCheck.time") == ["HealthCheck.timeout"])
    #expect(try Self.words("services.ports.proxy").count == 2)
  }

  @Test func everyOfferedNameIsExplained() {
    for candidate in ExplainedSubject.candidates {
      #expect(ExplainedSubject(candidate.word) != nil, "\(candidate.word)")
      #expect(!candidate.summary.isEmpty)
    }
  }

  @Test func noNameIsOfferedTwice() {
    let words = ExplainedSubject.candidates.map(\.word)
    #expect(Set(words).count == words.count)
  }

  @Test func aNameAloneStandsForAllKeysOfThatName() {
    let text = ExplainedSubject("internal_port")?.text ?? ""
    #expect(text.contains("http_service.internal_port\n"))
    #expect(text.contains("\nservices.internal_port\n"))
  }

  @Test(arguments: [
    ("http_service.intrnal_port", "did you mean 'http_service.internal_port'?"),
    ("htp_service", "did you mean 'http_service'?"),
    ("intrnal_port", "did you mean 'internal_port'?"),
    ("http_service.swap_size_mb", "did you mean 'swap_size_mb'?"),
    ("http_service.qqqqqqqqqqqq", "`flyconf explain http_service` lists the keys of that section"),
    ("qqqqqqqqqqqq", "`flyconf rules` lists the rules, and `flyconf explain fly.toml` its keys"),
  ])
  func saysWhatWasProbablyMeant(_ subject: String, _ help: String) {
    #expect(ExplainedSubject(subject) == nil)
    #expect(ExplainedSubject.help(for: subject) == help)
  }

  @Test func printsTheSchemaOfFlyToml() throws {
    let test = try TestContext()
    defer { test.remove() }
    #expect(test.run("schema", "fly.toml") == .fine)
    #expect(test.output.text == JSONWriter.document(FlyTomlSchema.document))
  }
}
