import DeployModel

extension Context {
  /// Whether there is a person to ask: standard input is a terminal, and asking is not forbidden.
  var canAsk: Bool { console.isInputTerminal && !options.hasNoInput }

  /// Asks for a line of text.
  ///
  /// - Parameters:
  ///   - question: The words before the answer, without a colon.
  ///   - help: What to write on the command line instead, where nobody can be asked.
  func ask(_ question: String, help: String) throws -> String {
    guard canAsk else {
      throw Failure(.usage, "nobody can be asked for '\(question)' here", help: help)
    }
    return try answer(console.prompt("\(question): "))
  }

  /// Asks a question for a yes or a no; `--yes` answers it. Anything but a yes is a no.
  ///
  /// - Parameter question: One that ends in a question mark.
  func confirm(_ question: String) throws -> Bool {
    if options.isAgreed { return true }
    guard canAsk else {
      throw Failure(
        .usage, "nobody can be asked here: \(question)", help: "answer yes with --yes")
    }
    let answer = try answer(console.prompt("\(question) [y/N] "))
    return ["y", "yes"].contains(answer.lowercased())
  }

  /// Asks for a line that is not shown while it is typed.
  ///
  /// The caller makes sure that somebody can be asked, because only it knows what else to do.
  func askSecret(_ question: String) throws -> Secret {
    try answer(console.promptSecret("\(question): "))
  }

  private func answer<Answer>(_ answer: Answer?) throws -> Answer {
    guard let answer else { throw Failure("no answer was given: the input has ended") }
    return answer
  }
}
