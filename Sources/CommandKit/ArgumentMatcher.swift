/// What a word of the command line, or a part of one, means.
enum Token: Sendable, Equatable {
  case argument(String)
  case option(ParameterDescription, value: String?)
  case missingValue(ParameterDescription)
  case needlessValue(ParameterDescription)
  case unknownOption(String)
}

/// Reads words one after another as options and arguments.
///
/// It never fails but says what is wrong as a token, so that a request for help is heard behind
/// a mistake and completion works on lines that are not finished. The parameters may be
/// changed on the way, when a word turns out to be the name of a command.
struct ArgumentMatcher {
  var parameters: [ParameterDescription]
  /// Whether `--` was read, after which every word is an argument.
  private(set) var isLiteral = false
  private var rest: ArraySlice<String>
  /// The letters of a word like `-qn` that are still to be read.
  private var letters = ""

  init(_ words: some Sequence<String>, parameters: [ParameterDescription]) {
    self.rest = Array(words)[...]
    self.parameters = parameters
  }

  mutating func next() -> Token? {
    if !letters.isEmpty { return readLetter() }
    guard let word = rest.popFirst() else { return nil }
    if isLiteral || !Self.isOption(word) { return .argument(word) }
    if word == "--" {
      isLiteral = true
      return next()
    }
    return word.hasPrefix("--") ? readLongOption(word) : readShortOptions(word)
  }

  /// Whether a word is written like an option; `-` and negative numbers are values.
  static func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    return !word.dropFirst().allSatisfy { $0 == "." || ($0.isASCII && $0.isNumber) }
  }

  /// The two sides of the first equals sign.
  ///
  /// Bytes are compared, since a combining mark after the sign would make it another character.
  static func splitAtEquals(_ word: String) -> (name: String, value: String?) {
    guard let index = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (String(word[..<index]), String(word[word.utf8.index(after: index)...]))
  }

  private func parameter(named name: String) -> ParameterDescription? {
    parameters.first { $0.names.contains(name) }
  }

  private mutating func readLongOption(_ word: String) -> Token {
    let (name, value) = Self.splitAtEquals(word)
    guard let parameter = parameter(named: name) else { return .unknownOption(name) }
    return token(for: parameter, attached: value)
  }

  private mutating func readShortOptions(_ word: String) -> Token {
    let name = Self.splitAtEquals(word).name
    // `-env x` would be read as `-e nv x`; a name with one dash too few is surely a mistake.
    if name.count > 2, parameter(named: "-" + name) != nil { return .unknownOption(name) }
    letters = String(word.dropFirst())
    return readLetter()
  }

  private mutating func readLetter() -> Token {
    let name = "-" + letters.prefix(1)
    let others = String(letters.dropFirst())
    letters = ""
    guard let parameter = parameter(named: name) else { return .unknownOption(name) }
    if others.isEmpty { return token(for: parameter, attached: nil) }
    if others.hasPrefix("=") { return token(for: parameter, attached: String(others.dropFirst())) }
    if parameter.kind != .flag { return token(for: parameter, attached: others) }
    letters = others
    return .option(parameter, value: nil)
  }

  private mutating func token(
    for parameter: ParameterDescription, attached value: String?
  ) -> Token {
    if parameter.kind == .flag {
      return value == nil ? .option(parameter, value: nil) : .needlessValue(parameter)
    }
    if let value = value ?? takeValue() { return .option(parameter, value: value) }
    return .missingValue(parameter)
  }

  /// Takes the next word unless it is written like an option: `--env --format json` lacks a
  /// value, and `--env=--format` says that it is one.
  private mutating func takeValue() -> String? {
    guard let word = rest.first, !Self.isOption(word) else { return nil }
    rest.removeFirst()
    return word
  }
}

extension Token {
  /// The mistake that this token is, if it is one.
  func problem(among known: [ParameterDescription]) -> UsageError? {
    switch self {
    case .argument, .option: nil
    case .missingValue(let parameter): UsageError(message: "missing value for \(parameter.name)")
    case .needlessValue(let parameter): UsageError(message: "\(parameter.name) takes no value")
    case .unknownOption(let name): .unknownOption(name, known: known)
    }
  }
}
