import Testing

@testable import CommandKit

struct CompletionTests {
  private func complete(_ line: String) -> Completion {
    tool.completions(for: words(line)) { query in
      switch query.kind {
      case "environment": [.init("production", "Live"), .init("staging", "Trial")]
      case "secret":
        (query.options["--env"] ?? ["all"]).map { .init("SECRET_OF_\($0)") }
      default: [.init("\(query.kind)-\(query.arguments.count)")]
      }
    }
  }

  @Test(arguments: [
    ("''", "validate help secrets"), ("v", "validate"), ("_", ""), ("x", ""),
    ("secrets ''", "set rotate"), ("secrets s", "set"), ("nothing ''", ""),
    ("-C dir secrets ''", "set rotate"), ("--project=dir -q secrets r", "rotate"),
    ("--project secrets ''", "validate help secrets"),
    ("-", "--project --format --quiet --now --help --version"),
    ("secrets -", "--project --format --quiet --now --help"),
    ("secrets set --f", "--force --format"),
    ("secrets set --force --f", "--format"), ("secrets set -e x --e", ""),
    ("validate --rule x --ru", "--rule"), ("validate -- --r", ""), ("validate -- -", ""),
    ("--format ''", "human json jsonl"), ("validate --format j", "json jsonl"),
    ("validate --format=j", "--format=json --format=jsonl"), ("--nope=j", ""), ("--quiet=j", ""),
    ("secrets set A --env ''", "production staging"), ("secrets set A -e s", "staging"),
    ("secrets set --env=p", "--env=production"), ("secrets set ''", "SECRET_OF_all"),
    ("secrets set -e prod ''", "SECRET_OF_prod"), ("secrets set -- ''", "SECRET_OF_all"),
    ("secrets set A ''", ""), ("secrets rotate A n", "note none"), ("secrets rotate n", ""),
    ("validate a b --rule ''", "rule-2"), ("validate --fail-on -- n", ""),
    ("validate --fail-on -q n", ""),
    ("help ''", "validate help secrets"), ("help secrets r", "rotate"), ("help validate ''", ""),
    ("help nothing ''", ""), ("help __complete ''", ""),
  ])
  func offers(_ line: String, as expected: String) {
    #expect(complete(line).candidates.map { $0.word }.joined(separator: " ") == expected)
  }

  @Test func saysWhatEachWordMeans() {
    #expect(
      complete("se").candidates
        == [.init("secrets", "Keep secrets encrypted in the project")])
    #expect(complete("--q").candidates == [.init("--quiet", "Print results only")])
    #expect(complete("secrets set -e p").candidates == [.init("production", "Live")])
  }

  @Test func leavesPathsToTheShell() {
    #expect(complete("validate a") == Completion(fallback: .files))
    #expect(complete("validate a b c") == Completion(fallback: .files))
    #expect(complete("-C d") == Completion(fallback: .directories))
    #expect(complete("--project=d") == Completion(fallback: .directories, prefix: "--project="))
    #expect(complete("validate --s").fallback == .none)
  }

  @Test func completesAnEmptyLine() {
    #expect(tool.completions(for: []).candidates.count == 3)
  }
}
