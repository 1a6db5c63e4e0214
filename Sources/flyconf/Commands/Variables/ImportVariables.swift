import CommandKit
import DeployModel
import Documents

/// Seals the values of a file as environment variables.
struct ImportVariables: Command {
  var source: ImportSource
  var environment: EnvironmentName
  var category: VariableCategory?
  var plain: [String]
  var credentials: [String]
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "import", "Set the environment variables of a .env or JSON file",
    discussion: "Every value is sealed, unless --plain names it: that is for what anyone may know. "
      + "New variables have the category api, and plain ones system. What looks like the "
      + "credential of a service is offered as one, with a rotation schedule, to which the "
      + "variable refers; without a terminal, --credentials names those. All of the file is "
      + "imported, in one change, or nothing; mistakes are named by their lines. What readers of "
      + ".env files take for different values, such as \\t between double quotes, is a mistake; "
      + "where one reading is common, a note names the lines.",
    examples: [
      Example("flyconf env import .env --env development --plain PORT,LOG_LEVEL", "most sealed"),
      Example(
        "flyconf env import .env --credentials STRIPE_SECRET_KEY", "one of them with a schedule"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .importSource,
    .environment,
    .option("--category", placeholder: "CATEGORY", "What the new ones are for"),
    .keys("--plain", "Keep these readable; for what anyone may know"),
    .keys("--credentials", "Make credentials of these, and refer to them"),
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    let file = try source.read(beside: vault.identity, context)
    // Nobody is asked about a file that cannot be imported.
    let likely = file.mistakes.isEmpty ? try likelyCredentials(among: file.values, context) : []
    let chosen = try chosenCredentials(likely, context)
    let plan = VariableImport(
      environment: environment, category: category, plain: Set(plain), credentials: chosen,
      origin: source.name)
    var planned = try source.planning(file) {
      try PlannedImport(
        VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
      ) { try plan.add(file.values, to: &$0, makeID: context.makeID) }
    }
    let change = try planned.finish(isDryRun: isDryRun)
    try ImportSummary(
      command: "env-import", environment: environment, values: file.values,
      entries: planned.entries,
      isDryRun: isDryRun, likelyCredentials: likely.filter { !chosen.contains($0) },
      next: "flyconf validate"
    ).show(change, in: context)
    return .fine
  }

  // MARK: Credentials

  /// The names of values that look like credentials, and are not in the project yet.
  ///
  /// Nobody is kept waiting by the lock while a person thinks.
  private func likelyCredentials(
    among values: [ImportedValue], _ context: Context
  ) throws -> [String] {
    let named = Set(plain + credentials)
    let likely = ParallelWork.map(values) { values in
      values.filter { !named.contains($0.key) && $0.looksLikeCredential }.map(\.key)
    }.flatMap(\.self)
    guard !likely.isEmpty else { return [] }
    let session = try VaultSession.open(.reading, vault, in: context)
    let known = session.verified.entries(.variable).filter { $0.environment == environment }
      .compactMap(\.name)
    return likely.filter { !Set(known).contains($0) }
  }

  private func chosenCredentials(
    _ likely: [String], _ context: Context
  ) throws -> Set<String> {
    guard !likely.isEmpty, context.canAsk else { return Set(credentials) }
    let isMeant = try context.confirm(
      "\(Spelling.list(likely)): \(likely.count == 1 ? "make a credential" : "make credentials") "
        + "with a rotation schedule of \(likely.count == 1 ? "it" : "them")?")
    return Set(credentials + (isMeant ? likely : []))
  }
}
