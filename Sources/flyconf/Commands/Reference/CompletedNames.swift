import CommandKit

/// The names that only the program knows, for completion on a command line.
enum CompletedNames {
  /// Those of a kind, as parameters call it (`ValueCompletion.named`).
  static func candidates(for query: Completion.Query) -> [Completion.Candidate] {
    query.kind == "subject" ? ExplainedSubject.candidates : []
  }
}
