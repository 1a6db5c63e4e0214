import CommandKit
import DeployModel
import Documents

/// Seals the values of a file as credentials.
struct ImportSecrets: Command {
  var source: ImportSource
  var environment: EnvironmentName
  var category: ServiceCategory?
  var type: CredentialType?
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "import", "Seal the values of a .env or JSON file as credentials",
    discussion: "Each name becomes a credential with the schedule of its category, which follows "
      + "from words such as STRIPE or DATABASE in the name unless --category is given. One that is "
      + "there gets the value corrected and keeps its dates. All of the file is imported, in one "
      + "change, or nothing; mistakes are named by their lines. What readers of .env files take for "
      + "different values is a mistake or, where one reading is common, has a note. Remove the file "
      + "afterwards.",
    examples: [
      Example("flyconf secrets import .env.credentials --env staging", "all of a file"),
      Example(
        "flyconf secrets import export.json --category payment --dry-run", "see what it does"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .importSource,
    .environment,
    .option("--category", placeholder: "CATEGORY", "Kind of service of the new ones"),
    .option("--type", placeholder: "TYPE", "Type of the new ones, or which is meant"),
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let file = try source.read(beside: vault.identity, context)
    let plan = CredentialImport(
      environment: environment, category: category, type: type, origin: source.name)
    var planned = try source.planning(file) {
      try PlannedImport(
        VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
      ) { try plan.add(file.values, to: &$0, makeID: context.makeID) }
    }
    let change = try planned.finish(isDryRun: isDryRun)
    try ImportSummary(
      command: "secrets-import", environment: environment, values: file.values,
      entries: planned.entries,
      isDryRun: isDryRun, next: "flyconf secrets list"
    ).show(change, in: context)
    return .fine
  }
}
