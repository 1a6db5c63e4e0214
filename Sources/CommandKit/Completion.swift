/// What a shell can offer for the word being typed.
package struct Completion: Sendable, Equatable {
  /// A word to offer, with a few words about it.
  package struct Candidate: Sendable, Equatable {
    /// The whole word as it would stand on the line.
    package var word: String
    /// What it means; may be empty.
    package var summary: String

    /// Makes a candidate.
    package init(_ word: String, _ summary: String = "") {
      self.word = word
      self.summary = summary
    }
  }

  /// What the shell itself is to offer besides.
  package enum Fallback: String, Sendable { case none, files, directories }

  /// A request for names that only the program knows.
  package struct Query: Sendable, Equatable {
    /// The kind of name, as given to `ValueCompletion.named`.
    package var kind: String
    /// The values already written for each option, by its long name.
    package var options: [String: [String]]
    /// The arguments already written.
    package var arguments: [String]

    /// Makes a query.
    package init(kind: String, options: [String: [String]] = [:], arguments: [String] = []) {
      self.kind = kind
      self.options = options
      self.arguments = arguments
    }
  }

  /// The words to offer, in the order to show them.
  package var candidates: [Candidate]
  /// What the shell is to offer besides.
  package var fallback: Fallback
  /// What the word being typed has before its value, such as `--project=`.
  ///
  /// Candidates include it; a shell that offers paths itself has to skip it.
  package var prefix: String

  /// Makes a completion; without arguments, nothing is offered.
  package init(
    candidates: [Candidate] = [], fallback: Fallback = .none, prefix: String = ""
  ) {
    self.candidates = candidates
    self.fallback = fallback
    self.prefix = prefix
  }
}

extension CommandTree {
  /// What may stand for the last of the words after the tool's name, which may be empty.
  ///
  /// A pure function: what changes from moment to moment comes from `values`. Hidden commands
  /// are never offered, nor an option that was written and cannot be repeated.
  package func completions(
    for words: [String],
    values: @escaping (Completion.Query) -> [Completion.Candidate] = { _ in [] }
  ) -> Completion {
    let partial = words.last ?? ""
    let route = route(words.dropLast())
    let completer = Completer(
      tree: self, route: route, parameters: parameters(at: route), values: values)
    return completer.completion(of: partial)
  }
}
