import CommandKit
import DeployModel
import Documents

/// Shows or changes what owners decide for the whole vault.
struct ChangeSettings: Command {
  var keep: Int?
  var reads: ReadTracking?
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "settings", "Show or change what owners decide for the whole vault",
    discussion: "keep is how many superseded values of a credential are kept, so that a service "
      + "that still uses the last one can be mended; older ones are destroyed. reads says whether "
      + "git keeps the logs of what was read.",
    examples: [
      Example("flyconf vault settings", "what holds now"),
      Example("flyconf vault settings --keep 1", "keep only the last superseded value"),
    ],
    Self.init,
    .option("--keep", placeholder: "N", "Superseded values that are kept, 0 to 100"),
    .option("--reads", placeholder: "WHERE", "Whether git keeps the logs of reads"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    guard keep != nil || reads != nil else {
      let session = try VaultSession.open(.reading, .keyless, in: context)
      return try show(session.verified.manifest.settings, context)
    }
    if let keep, !(0...100).contains(keep) {
      throw Failure(.usage, "--keep \(keep) is out of range", help: "give a number from 0 to 100")
    }
    let session = try VaultSession.open(.writing, options, in: context)
    var settings = session.verified.manifest.settings
    if let keep { settings.keep = keep }
    if let reads { settings.areReadsTracked = reads == .tracked }
    var draft = try session.draft(session.unlock())
    try draft.change(settings)
    try session.commit(draft)
    if reads == .tracked, !context.options.isQuiet {
      context.console.note("next: remove the line 'reads/' from flyconf/.gitignore")
    }
    return try show(settings, context)
  }

  private func show(_ settings: VaultSettings, _ context: Context) throws -> ExitCode {
    let reads: ReadTracking = settings.areReadsTracked ? .tracked : .ignored
    let node: Node = .object([
      "format": "flyconf.vault-settings/1", "keep": Node(integerLiteral: settings.keep),
      "reads": Node(.string(reads.rawValue)), "demo": Node(.bool(settings.isDemo)),
    ])
    let rows = [
      ["keep", "\(settings.keep) superseded values of each credential"],
      ["reads", reads == .tracked ? "kept in git" : "left out of git"],
      ["demo", settings.isDemo ? "yes: nothing in it is secret" : "no"],
    ]
    try CommandResult(node: node, text: TextTable(rows).text).show(in: context)
    return .fine
  }
}

/// Whether git keeps the logs of what was read.
enum ReadTracking: String, CaseIterable, ArgumentValue {
  case tracked, ignored
}
