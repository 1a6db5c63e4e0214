import Documents
import Testing

@testable import DeployModel

@Suite struct LargeProjectTests {
  @Test func stopsReadingAFileThatIsNothingButMistakes() {
    var files = SampleProject.files
    let entries = Array(repeating: "[]", count: 120_000).joined(separator: ",")
    files[.variables] = "{ \"variables\": [\(entries)] }"
    let documents = SampleProject.snapshot(files).documents
    let diagnostics = documents.diagnostics[.variables] ?? []
    #expect(diagnostics.count == 100_001)
    #expect(diagnostics.last?.message.hasPrefix("more than 100000 mistakes") == true)
  }

  @Test func reportsEveryMistakeAmongManyEntries() {
    var files = SampleProject.files
    let entries = (0..<2_000).map { index in
      let key = index.isMultiple(of: 10) ? "lower_\(index)" : "UPPER_\(index)"
      return """
        { "id": "00000000-0000-4000-8000-\(String(100_000_000_000 + index))", "key": "\(key)",
          "encrypted_value": "plain:x", "environment": "production", "is_secret": false,
          "category": "feature_flag", "description": "One of many settings", "required": false,
          "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z" }
        """
    }
    files[.variables] = "{ \"variables\": [\n\(entries.joined(separator: ",\n"))] }"
    let findings = SampleProject.snapshot(files).validate(at: SampleProject.now)
    #expect(findings.count == 200)
    #expect(findings.allSatisfy { $0.rule.code == "FC201" })
    #expect(findings.map(\.place.start.line) == (0..<200).map { $0 * 40 + 2 })
  }
}
