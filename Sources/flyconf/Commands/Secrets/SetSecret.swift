import CommandKit
import DeployModel
import Documents
import FoundationEssentials

/// Seals a credential's value.
struct SetSecret: Command {
  var choice: CredentialChoice
  var fields: CredentialFields
  var source: ValueOptions
  var keepsValue: Bool
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "set", "Seal a credential's value in the vault",
    discussion: "The value comes from standard input (one newline at its end is dropped), from "
      + "--value-file, from --generate, or is typed without being shown; it is never an argument. "
      + "A new credential needs --category, --purpose and --usage; its type, its schedule and who "
      + "may reveal it follow from the category. One that is there gets the value corrected and "
      + "keeps its dates: `flyconf secrets rotate` moves them. With --same-value only the other "
      + "fields change. --rotate-with hex:32 lets scripts rotate it with random values of that "
      + "form: for what only your own programs know, such as the key of a session cookie.",
    examples: [
      Example(
        "flyconf secrets set stripe --category payment --purpose 'Charges customers' "
          + "--usage 'Billing worker' < key.txt", "seal a new credential"),
      Example("flyconf secrets set stripe --env staging", "correct its value, typed when asked"),
      Example("flyconf secrets set stripe --same-value --priority low", "change a field alone"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .credential,
    .credentialFields,
    .value,
    .flag("--same-value", summary: "Keep the value that it has, and change other fields"),
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    try check()
    let fields = try askedFields(context)
    let value = keepsValue ? nil : try readValue(context)
    let session = try VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
    var draft = try session.draft(session.unlock())
    let newID = context.makeID()
    let present = try target(in: session.verified)
    if let present {
      try set(present, fields, value, newID, &draft)
    } else {
      try create(fields, value, newID, &draft)
    }
    let change = try session.finish(draft, isDryRun: isDryRun)
    let id = present?.id ?? UUIDText.write(newID)
    try EntryReport(
      kind: .credential, deed: .set, name: choice.name, environment: choice.environment, id: id,
      isDryRun: isDryRun, isPlaceUnsigned: session.isUnsigned(present) && fields.category == nil,
      next: next(id, present, session.verified)
    ).show(change, in: context)
    return .fine
  }

  /// - Throws: `Failure` if there is none, which says how to do without one.
  private func readValue(_ context: Context) throws -> Secret {
    do {
      return try SecretInput(source, beside: vault.identity, context)
        .read("value of \(choice.shown)")
    } catch var failure as Failure where failure.message == SecretInput.empty.message {
      let help = failure.help.map { "\($0); " } ?? ""
      failure.help = "\(help)to change other fields alone, give --same-value"
      throw failure
    }
  }

  private func check() throws(UsageError) {
    guard keepsValue, source.isGiven else { return }
    throw UsageError(
      message: "--same-value keeps the value, and another one is given too",
      hint: "leave out --same-value to set it")
  }

  /// The entry to change: of the type that is given, if one is. With `--same-value` the type is a
  /// field like any other where there is only one entry.
  private func target(in vault: VerifiedVault) throws -> SealedEntry? {
    if let entry = try choice.find(in: vault) { return entry }
    guard keepsValue else { return nil }
    var choice = choice
    choice.type = nil
    return try choice.entry(in: vault)
  }

  private func set(
    _ entry: SealedEntry, _ fields: CredentialFields, _ value: Secret?, _ newID: UUID,
    _ draft: inout VaultDraft
  ) throws {
    var fields = fields
    fields.type = choice.type
    try draft.setCredential(entry, fields, value: value, newID: newID)
  }

  private func create(
    _ fields: CredentialFields, _ value: Secret?, _ newID: UUID, _ draft: inout VaultDraft
  ) throws {
    var fields = fields
    fields.type = choice.type
    let missing = Self.missing(in: fields)
    guard let value, missing.isEmpty else {
      throw Failure(
        .usage,
        "there is no credential \(choice.shown) yet, and a new one needs "
          + missing.joined(separator: ", "),
        help: "if it is there under another name, `flyconf secrets list --all` shows it")
    }
    try draft.createCredential(
      choice.name, in: choice.environment, fields, value: value, id: newID)
  }

  private static func missing(in fields: CredentialFields) -> [String] {
    var missing: [String] = []
    if fields.category == nil { missing.append("--category") }
    if fields.purpose == nil { missing.append("--purpose") }
    if fields.usageContext == nil { missing.append("--usage") }
    return missing
  }

  /// The fields, with what a new credential needs and only a person knows.
  ///
  /// Nobody is kept waiting by the lock while a person thinks.
  private func askedFields(_ context: Context) throws -> CredentialFields {
    var fields = fields
    guard context.canAsk, !keepsValue, fields.purpose == nil || fields.usageContext == nil
    else { return fields }
    let isNew: Bool
    do {
      let session = try VaultSession.open(.reading, vault, in: context)
      isNew = try choice.find(in: session.verified) == nil
    }
    guard isNew, fields.category != nil else { return fields }
    if fields.purpose == nil {
      fields.purpose = try context.askText("what it is for", option: "--purpose")
    }
    if fields.usageContext == nil {
      fields.usageContext = try context.askText("where it is used", option: "--usage")
    }
    return fields
  }

  private func next(_ id: String, _ present: SealedEntry?, _ vault: VerifiedVault) -> String {
    guard CredentialUses(of: [id], in: vault).variables.isEmpty else { return "flyconf validate" }
    let environment = choice.environment == .production ? "" : " --env \(choice.environment)"
    let service = fields.category?.rawValue ?? present?.node["service_category"]?.text
    let category: VariableCategory = service == "database" ? .database : .api
    return "flyconf env set KEY --ref \(ShellWord(choice.name))\(environment) "
      + "--category \(category.rawValue) --description TEXT"
  }
}

extension Parameter where Value == CredentialFields {
  /// The options for what is said of a credential besides its value.
  fileprivate static var credentialFields: Self {
    .group(
      {
        CredentialFields(
          category: $0, priority: $1, accessLevel: $2, publicIdentifier: $3, purpose: $4,
          usageContext: $5, securityNotes: $6, generator: $7)
      },
      .option("--category", placeholder: "CATEGORY", "Kind of service"),
      .option("--priority", placeholder: "PRIORITY", "Urgency of rotation"),
      .option("--access-level", placeholder: "LEVEL", "Lowest clearance that may reveal it"),
      .option("--public-id", placeholder: "ID", "Identifier that is no secret"),
      .openText("--purpose", "What it is for"),
      .openText("--usage", "Where and how it is used"),
      .openText("--notes", "What to mind for its security"),
      .generatorChoice)
  }
}

extension Parameter where Value == CredentialFields.GeneratorChoice? {
  /// The form of the random values that scripts may rotate a credential with.
  fileprivate static var generatorChoice: Self {
    let word: Parameter<String?> = .option(
      "--rotate-with", placeholder: "FORM",
      "Let scripts rotate it with random values: hex:32 and the like, or none")
    return word.map { word throws(UsageError) in
      guard let word else { return nil }
      return word == "none" ? .some(.none) : .form(try .argument(word, of: "--rotate-with"))
    }
  }
}
