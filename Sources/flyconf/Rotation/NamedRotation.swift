import DeployModel
import Documents

/// Gives one credential a new value, and says so.
struct NamedRotation {
  let choice: CredentialChoice
  let source: RotationSource
  let isDryRun: Bool
  let options: VaultOptions
  let context: Context

  func run() throws {
    let value = try givenValue()
    let session = try VaultSession.open(isDryRun ? .reading : .writing, options, in: context)
    let entry = try choice.entry(in: session.verified)
    let vault = try session.unlock()
    // Whoever ends the program ends the command, not what is written of it.
    let watch = source.command.map { _ in context.watchInterruptions() }
    defer { watch?.end() }
    var draft = try session.draft(vault, isDryRun: isDryRun)
    let rotation = try rotate(entry, to: value, &draft, vault, session, watch)
    let change = try session.finish(draft, isDryRun: isDryRun)
    try EntryReport(
      kind: .credential, deed: .rotate, name: choice.name, environment: choice.environment,
      id: entry.id ?? "", isDryRun: isDryRun, details: rotation.details,
      notes: rotation.notes + exposures(of: entry, in: change), next: "flyconf validate"
    ).show(change, in: context)
  }

  /// Who can have read the value that has come back.
  private func exposures(of entry: SealedEntry, in change: FinishedChange?) -> [String] {
    let exposures = change?.verified.exposures.filter { $0.entry.id == entry.id } ?? []
    guard !exposures.isEmpty else { return [] }
    return ["this value is exposed to \(Spelling.list(exposures.map(\.member.text)))"]
  }

  // MARK: Value

  /// The value, if one is handed over or typed; nothing where it is made once the vault is open.
  private func givenValue() throws -> Secret? {
    guard !source.isPrevious, source.command == nil else { return nil }
    let input = SecretInput(source.value, beside: options.identity, context)
    guard !source.value.isGiven else { return try input.read(prompt) }
    guard context.canAsk else { return try input.readIfAny() }
    // Nobody types a value for a name that is not there, or that makes its own.
    let session = try VaultSession.open(.reading, options, in: context)
    let entry = try choice.entry(in: session.verified)
    return entry.storedGenerator == nil ? try input.read(prompt) : nil
  }

  private var prompt: String { "new value of \(choice.shown)" }

  private func rotate(
    _ entry: SealedEntry, to value: Secret?, _ draft: inout VaultDraft, _ vault: OpenVault,
    _ session: borrowing VaultSession, _ watch: InterruptionWatch?
  ) throws -> Rotation {
    let id = context.makeID()
    if source.isPrevious { return try draft.rotateBack(entry, supersededID: id) }
    if let command = source.command, let watch {
      return try rotate(entry, by: command, &draft, vault, session, watch)
    }
    guard let value = try value ?? entry.storedGenerator?.make() else { throw SecretInput.empty }
    return try draft.rotate(entry, to: value, supersededID: id)
  }

  /// Runs a command for the value.
  ///
  /// All that can be refused is refused before: what the command does at a service cannot be
  /// taken back.
  private func rotate(
    _ entry: SealedEntry, by command: ValueCommand, _ draft: inout VaultDraft,
    _ vault: OpenVault, _ session: borrowing VaultSession, _ watch: InterruptionWatch
  ) throws -> Rotation {
    let id = context.makeID()
    var trial = draft
    let rotation = try trial.rotate(
      entry, to: ValueGenerator(.hex, count: 32).make(), supersededID: id)
    guard !isDryRun else {
      draft = trial
      return rotation
    }
    try watch.check()
    guard let old = try session.release([entry], .passed, from: vault).first else {
      return rotation
    }
    do {
      return try draft.rotate(
        entry, to: command.run(on: old, under: watch, in: context), supersededID: id)
    } catch {
      // That this fails too would say nothing new.
      _ = try? session.queue([.failed(entry, because: Failure(error).message, at: draft.time)])
      throw error
    }
  }
}

extension Rotation {
  /// What programs are told of a rotation.
  var details: [Node.Member] {
    [
      Node.Member(key: "next_rotation", value: Node(.string(nextRotation.description))),
      Node.Member(key: "superseded", value: Node(.string(superseded))),
      Node.Member(key: "destroyed", value: Node(integerLiteral: destroyedCount)),
    ]
  }

  /// What people are told of it.
  var notes: [String] {
    let due = "the next rotation is due on \(nextRotation)"
    guard destroyedCount > 0 else { return [due] }
    let values = destroyedCount == 1 ? "value is" : "values are"
    return [
      due,
      "\(destroyedCount) old \(values) no longer kept; the history of git still has "
        + "what was sealed",
    ]
  }
}
