import CommandKit
import DeployModel
import Documents

extension VariableCategory: ArgumentValue {}

/// The variable that a command is about.
struct VariableChoice: Sendable {
  var key: VariableKey
  var environment: EnvironmentName
  /// The entry that is meant where a merge has brought two of one name.
  var id: String?

  /// How messages call it.
  var shown: String { "'\(key)' (\(environment))" }

  /// The variable; nothing if there is none.
  ///
  /// - Throws: `Failure` if it stands there more than once, or not with the id that was given.
  func find(in vault: VerifiedVault) throws -> SealedEntry? {
    let matches = vault.entries(.variable).filter {
      $0.name == key.text && $0.environment == environment
    }
    if let id { return try matches.entry(withID: id, "variable \(shown)") }
    guard matches.count > 1 else { return matches.first }
    let ids = matches.compactMap(\.id)
    throw Failure(
      .usage, "\(shown) stands there \(matches.count) times",
      help: "name one of them with --id: \(ids.joined(separator: ", "))")
  }

  /// The variable.
  ///
  /// - Throws: `Failure` that names what was meant most likely, if there is none.
  func entry(in vault: VerifiedVault) throws -> SealedEntry {
    if let entry = try find(in: vault) { return entry }
    throw Failure(.usage, "there is no variable \(shown)", help: hint(vault.entries(.variable)))
  }

  private func hint(_ all: [SealedEntry]) -> String {
    if let entry = all.first(where: { $0.name == key.text }) {
      return "there is \(entry.shownName)"
    }
    let here = all.filter { $0.environment == environment }.compactMap(\.name)
    if let nearest = Spelling.nearest(to: key.text, in: here) {
      return "did you mean \(Quoted(nearest))?"
    }
    return "`flyconf env list --all` shows those that are there"
  }
}

extension Parameter where Value == VariableChoice {
  /// The argument and the option by which a variable is named.
  static var variable: Self {
    let key: Parameter<String> = .argument(
      "KEY", "Name of the variable, in upper case", completion: .named("variable"))
    return .group(VariableChoice.init, key.map(read), .environment, .entryID)
  }

  private static func read(_ text: String) throws(UsageError) -> VariableKey {
    try SecretText.refuse(text, for: "KEY")
    do throws(MalformedValue) {
      return try VariableKey(text)
    } catch {
      throw UsageError(message: error.reason, hint: error.help)
    }
  }
}
