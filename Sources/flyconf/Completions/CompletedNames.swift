import CommandKit
import DeployModel
import Documents

/// The names that only the program knows, for completion on a command line.
struct CompletedNames {
  let context: Context

  /// Those of a kind, as parameters call it (`ValueCompletion.named`).
  func candidates(for query: Completion.Query) -> [Completion.Candidate] {
    switch query.kind {
    case "subject": ExplainedSubject.candidates
    case "rule": Rule.all.map { .init($0.code.text, $0.summary) }
    case "region": Region.all.map { .init($0.code, $0.city) }
    case "variable": variables
    case "credential": credentials
    default: []
    }
  }

  /// What cannot be read has no names to offer, and nobody who presses a key wants to read why.
  private var project: Project? { (try? context.open())?.project }

  private var variables: [Completion.Candidate] {
    let entries = project?.variables.value ?? []
    return Self.unique(entries.map { (try? $0.key.get()) ?? "" })
  }

  private var credentials: [Completion.Candidate] {
    let entries = project?.credentials.value ?? []
    return Self.unique(entries.map { (try? $0.serviceName.get()) ?? "" })
  }

  private static func unique(_ names: [String]) -> [Completion.Candidate] {
    Set(names.filter { !$0.isEmpty }).sorted().map { .init($0) }
  }
}
