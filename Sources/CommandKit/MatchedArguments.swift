/// The words of a command line, sorted by the parameters that claimed them.
struct MatchedArguments: Sendable, Equatable {
  /// The values of each option by its first name; a flag has an empty value for each time.
  var options: [String: [String]] = [:]
  /// The words that belong to no option, in the order written.
  var words: [String] = []
  /// The words of each argument parameter that was not read yet, in the order declared.
  private var assigned: [[String]] = []

  init() {}

  /// Matches words that hold no name of a command.
  init(_ words: [String], parameters: [ParameterDescription]) throws(UsageError) {
    var matcher = ArgumentMatcher(words, parameters: parameters)
    while let token = matcher.next() {
      if let problem = token.problem(among: parameters) { throw problem }
      add(token)
    }
  }

  /// Records an argument, or an option with its value; mistakes leave nothing to record.
  mutating func add(_ token: Token) {
    switch token {
    case .argument(let word): words.append(word)
    case .option(let parameter, let value):
      options[parameter.name, default: []].append(value ?? "")
    case .missingValue, .needlessValue, .unknownOption: break
    }
  }

  /// Shares the words out among the argument parameters.
  ///
  /// Required parameters are served first, so that `[<FILE>...] <TARGET>` reads as one expects;
  /// what is left goes to optional and repeating ones from left to right.
  mutating func assignWords(to command: CommandDescription) throws(UsageError) {
    let parameters = command.parameters.filter { $0.kind == .argument }
    var rest = words[...]
    var spare = max(0, words.count - parameters.count { $0.isRequired })
    for parameter in parameters {
      let needed = parameter.isRequired ? 1 : 0
      let extra = parameter.isRepeating ? spare : min(spare, 1 - needed)
      spare -= extra
      assigned.append(Array(rest.prefix(needed + extra)))
      rest = rest.dropFirst(needed + extra)
    }
    if let word = rest.first {
      throw .unexpectedArgument(word, hint: command.extraArgumentHint)
    }
  }

  /// Takes the words of the next argument parameter.
  mutating func takeArgument() -> [String] {
    assigned.isEmpty ? [] : assigned.removeFirst()
  }
}
