import CommandKit
import DeployModel
import Documents

extension ServiceCategory: ArgumentValue {}
extension CredentialType: ArgumentValue {}
extension RotationPriority: ArgumentValue {}
extension AccessLevel: ArgumentValue {}

/// The credential that a command is about.
struct CredentialChoice: Sendable {
  /// The name of its service.
  var name: String
  var environment: EnvironmentName
  var type: CredentialType?
  /// The entry that is meant where a merge has brought two of one name.
  var id: String?

  /// How messages call it.
  var shown: String { "\(Quoted(name)) (\(environment))" }

  /// The words by which it is named on a command line.
  var words: String {
    let environment = environment == .production ? "" : " --env \(environment)"
    let type = type.map { " --type \($0.rawValue)" } ?? ""
    return "\(ShellWord(name))\(environment)\(type)"
  }

  /// The record in use; nothing if there is none.
  ///
  /// - Throws: `Failure` if several match, or none of them has the id that was given.
  func find(in vault: VerifiedVault) throws -> SealedEntry? {
    let matches = vault.credentials.current(name, in: environment, type: type)
    if let id { return try matches.entry(withID: id, "credential \(shown)") }
    guard matches.count > 1 else { return matches.first }
    let types = matches.compactMap { $0.credentialType?.rawValue }
    guard Set(types).count == matches.count else {
      throw Failure(
        .usage, "\(shown) stands there \(matches.count) times",
        help: "name one of them with --id: " + matches.compactMap(\.id).joined(separator: ", "))
    }
    throw Failure(
      .usage, "\(shown) stands there \(matches.count) times, as \(Spelling.list(types))",
      help: "say which with --type")
  }

  /// The record in use.
  ///
  /// - Throws: `Failure` that names what was meant most likely, if there is none.
  func entry(in vault: VerifiedVault) throws -> SealedEntry {
    if let entry = try find(in: vault) { return entry }
    let all = vault.credentials.current
    let elsewhere = all.filter { $0.name == name }
    let what = type.map { "\(shown) of the type '\($0.rawValue)'" } ?? shown
    throw Failure(
      .usage, "there is no credential \(what)",
      help: Self.hint(name, elsewhere, all.filter { $0.environment == environment }))
  }

  private static func hint(
    _ name: String, _ elsewhere: [SealedEntry], _ here: [SealedEntry]
  ) -> String {
    if let entry = elsewhere.first {
      return "there is \(entry.shownName) of the type '\(entry.credentialType?.rawValue ?? "")'"
    }
    if let nearest = Spelling.nearest(to: name, in: here.compactMap(\.name)) {
      return "did you mean \(Quoted(nearest))?"
    }
    return "`flyconf secrets list --all` shows those that are there"
  }
}

extension Parameter where Value == CredentialChoice {
  /// The argument and the options by which a credential is named.
  static var credential: Self {
    let name: Parameter<String> = .argument(
      "NAME", "Name of the service, such as stripe", completion: .named("credential"))
    return .group(
      CredentialChoice.init,
      name.map { name throws(UsageError) in
        try SecretText.checkName(name, for: "NAME")
        return name
      },
      .environment,
      .option("--type", placeholder: "TYPE", "Form of the credential, where there are several"),
      .entryID)
  }
}

extension [SealedEntry] {
  /// The one with an id that was given to tell it from others of its name.
  func entry(withID id: String, _ what: String) throws -> SealedEntry {
    if let match = first(where: { $0.id == id.lowercased() }) { return match }
    let ids = compactMap(\.id).joined(separator: ", ")
    throw Failure(
      .usage, "there is no \(what) with the id \(Quoted(id))",
      help: isEmpty ? "leave out --id" : "there is one with the id \(ids)")
  }
}

extension Parameter where Value == String? {
  /// The id of an entry, for when a merge has brought two of one name together.
  static var entryID: Self {
    .option("--id", placeholder: "ID", "Id of the entry, where a merge has brought two")
  }
}
