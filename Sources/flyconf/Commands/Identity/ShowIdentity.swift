import CommandKit
import DeployModel

/// Prints whose identity is used and where it was found.
struct ShowIdentity: Command {
  var file: String?
  var options: IdentityOptions

  static let syntax = CommandSyntax(
    "show", "Print your public keys, and where your identity was found",
    discussion: "That of FILE, or else the first that is found: --identity FILE, the file that "
      + "FLYCONF_IDENTITY_FILE names, the text in FLYCONF_IDENTITY, and flyconf/identity in your "
      + "configuration folder. A locked one is opened by its passphrase. Two people who compare "
      + "fingerprints know that they have each other's keys.",
    examples: [
      Example("flyconf identity show", "what the others need to know"),
      Example("flyconf identity show ci.identity", "another identity"),
    ],
    Self.init,
    .argument("FILE", "File of the identity", completion: .file),
    .identity
  )

  func run(in context: Context) throws -> ExitCode {
    var options = options
    if let file {
      guard options.file == nil else {
        throw Failure(.usage, "FILE and --identity both name an identity", help: "give one of them")
      }
      options.file = file
    }
    let loaded = try context.identity(options)
    try IdentityReport(
      command: "show", place: loaded.place, kind: loaded.kind,
      keys: loaded.identity.publicKeys
    ).show(in: context)
    return .fine
  }
}
