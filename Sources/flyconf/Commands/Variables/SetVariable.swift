import CommandKit
import DeployModel
import Documents

/// Sets the value of a variable: sealed, unless the command line says that it is plain.
struct SetVariable: Command {
  var choice: VariableChoice
  var fields: VariableFields
  var form: VariableForm
  var source: ValueOptions
  var isDryRun: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "set", "Set an environment variable, sealed unless --plain is given",
    discussion: "The value comes from standard input (one newline at its end is dropped), from "
      + "--value-file, from --generate, or is typed without being shown; it is never an argument. "
      + "With --ref it is that of a credential, and follows its rotations. Only --plain keeps it "
      + "readable, whatever the file says: that is for what anyone may know. A new variable needs "
      + "--category and --description.",
    examples: [
      Example(
        "flyconf env set STRIPE_KEY --ref stripe --category api --description 'Charges customers'",
        "follow a credential"),
      Example("flyconf env set PORT --plain < port.txt", "change a plain value"),
    ],
    extraArgumentHint: ValueOptions.extraArgumentHint,
    Self.init,
    .variable,
    .variableFields,
    .variableForm,
    .value,
    .flag("--dry-run", "-n", summary: "Write nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    try form.check(source)
    let fields = try askedFields(context)
    let input = form.reference == nil ? try readValue(context) : nil
    let session = try VaultSession.open(isDryRun ? .reading : .writing, vault, in: context)
    let value = try input ?? reference(in: session.verified)
    var draft = try session.draft(session.unlock())
    let newID = context.makeID()
    let present = try choice.find(in: session.verified)
    if let present {
      try draft.setVariable(present, fields, value: value, newID: newID)
    } else {
      try checkComplete(fields)
      try draft.createVariable(
        choice.key, in: choice.environment, fields, value: value, id: newID)
    }
    let change = try session.finish(draft, isDryRun: isDryRun)
    try EntryReport(
      kind: .variable, deed: .set, name: choice.key.text, environment: choice.environment,
      id: present?.id ?? UUIDText.write(newID), isDryRun: isDryRun,
      isPlaceUnsigned: session.isUnsigned(present) && fields.category == nil && isSealed(value),
      notes: notes(present, value), next: "flyconf validate"
    ).show(change, in: context)
    return .fine
  }

  // MARK: Values

  private func readValue(_ context: Context) throws -> DraftedValue {
    let secret = try SecretInput(source, beside: vault.identity, context).read(
      "value of \(choice.shown)")
    guard secret.withBytes({ !$0.contains(0) }) else {
      throw Failure(.usage, "the value has a NUL, which no environment variable can hold")
    }
    guard form.isPlain else { return .secret(secret) }
    guard let text = secret.text() else {
      throw Failure(.usage, "the value is not text in UTF-8", help: "leave out --plain")
    }
    if let shape = SecretShape.find(in: text) {
      throw Failure(
        .usage, "the value looks like \(shape.kind), and --plain would let everyone read it",
        help: "leave out --plain")
    }
    return .plain(text)
  }

  /// The credential that `--ref` names, by its service or its id.
  private func reference(in vault: VerifiedVault) throws -> DraftedValue {
    let name = form.reference ?? ""
    let entry: SealedEntry
    if let id = try? UUIDText.read(name) {
      let match = vault.credentials.current.first {
        $0.id == UUIDText.write(id) && $0.environment == choice.environment
      }
      guard let match else {
        throw Failure(
          .usage,
          "there is no credential with the id '\(UUIDText.write(id))' in "
            + "\(choice.environment)", help: "`flyconf secrets list` shows those that are there")
      }
      entry = match
    } else {
      let credential = CredentialChoice(
        name: name, environment: choice.environment, type: form.referenceType)
      entry = try credential.entry(in: vault)
    }
    guard let id = entry.id else {
      throw Failure(.usage, "\(entry.shownName) has no id yet", help: entry.helpForSetting)
    }
    return .reference(try UUIDText.read(id))
  }

  // MARK: Fields

  /// The fields, with what a new variable needs and only a person knows.
  private func askedFields(_ context: Context) throws -> VariableFields {
    var fields = fields
    guard context.canAsk, fields.description == nil, fields.category != nil else { return fields }
    let isNew: Bool
    do {
      let session = try VaultSession.open(.reading, vault, in: context)
      isNew = try choice.find(in: session.verified) == nil
    }
    if isNew {
      fields.description = try context.askText("what it is for", option: "--description")
    }
    return fields
  }

  private func checkComplete(_ fields: VariableFields) throws {
    var missing: [String] = []
    if fields.category == nil { missing.append("--category") }
    if fields.description == nil { missing.append("--description") }
    guard missing.isEmpty else {
      throw Failure(
        .usage,
        "there is no variable \(choice.shown) yet, and a new one needs "
          + missing.joined(separator: ", "),
        help: "if it is there under another name, `flyconf env list --all` shows it")
    }
  }

  private func isSealed(_ value: DraftedValue) -> Bool {
    if case .secret = value { true } else { false }
  }

  /// Says that a value which could be read so far can be read no longer.
  private func notes(_ present: SealedEntry?, _ value: DraftedValue) -> [String] {
    guard case .plain = present?.value, case .secret = value else { return [] }
    return ["it was plain until now; --plain keeps a value readable"]
  }
}
