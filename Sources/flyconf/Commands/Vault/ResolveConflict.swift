import CommandKit
import DeployModel
import Documents

/// Settles what two branches did to the same entity at the same time.
struct ResolveConflict: Command {
  var name: String?
  var choice: ChoiceArgument?
  var isDryRun: Bool
  var options: VaultOptions

  static let syntax = CommandSyntax(
    "resolve", "Settle what two branches did to the same entity at the same time",
    discussion: "Run it while a merge is in progress, or right after it. The vault's files are put "
      + "together from both sides, marks of conflicts in them included; where two records "
      + "contradict one another, --take says which one counts. The losing value of a credential "
      + "is kept as a superseded one. For a member who was removed while they changed something, "
      + "NAME is the member: theirs lets the change count, ours puts the former values back.",
    examples: [
      Example("flyconf vault resolve", "put the files together; list what has to be chosen"),
      Example("flyconf vault resolve stripe --take theirs", "keep the value of the other branch"),
    ],
    Self.init,
    .argument("NAME", "A credential, variable or member; nothing for all of them"),
    .option("--take", placeholder: "SIDE", "ours, theirs, or the first digits of a change's hash"),
    .flag("--dry-run", "-n", summary: "Change nothing; say what would be done"),
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    var found: Resolution?
    let layout = try context.store().layout
    let session = try VaultSession.open(.writing, options, in: context) { files in
      let ledger = try files.ledger.files()
      let resolution = try Resolution(
        sides(files, layout, context), Ledger(ledger), admittingChangesOf: name)
      found = resolution
      return try resolution.merged(ledger)
    }
    guard let resolution = found else { return .fine }
    let conflicts = try selected(resolution, session.verified)
    guard !conflicts.isEmpty || !resolution.admitted.isEmpty else {
      return try finish(session, resolution, context)
    }
    // The wraps of data keys follow from the members: there is nothing to choose.
    let isClear = resolution.admitted.isEmpty && conflicts.allSatisfy { $0.key.type == .key }
    guard let choice = choice?.choice ?? (isClear ? .ours : nil) else {
      return try list(conflicts, resolution, context)
    }
    return try settle(conflicts, resolution, choice, session, context)
  }

  private func sides(
    _ files: VaultFiles, _ layout: ProjectLayout, _ context: Context
  ) throws -> MergeSides {
    let present = VaultVersion(
      manifest: files.manifest, snapshot: files.snapshot,
      changeNames: Set(try files.ledger.files().map(\.name)))
    guard let git = GitSides(layout, context) else { return MergeSides(present: present) }
    return try git.sides(present)
  }

  // MARK: Conflicts

  /// The conflicts that the name means; wraps of data keys follow from the members by themselves.
  private func selected(
    _ resolution: Resolution, _ verified: VerifiedVault
  ) throws -> [Resolution.Conflict] {
    let conflicts = resolution.conflicts
    guard let name else { return conflicts }
    let admitted = Set(resolution.admitted.flatMap(\.change.records).map(\.key))
    let meant = conflicts.filter { conflict in
      conflict.key.id == name || conflict.name == name || conflict.key.type == .key
        || admitted.contains(conflict.key)
    }
    if !meant.contains(where: { $0.key.type != .key }), resolution.admitted.isEmpty {
      let names = conflicts.filter { $0.key.type != .key }.map(\.name)
      throw Failure(
        .usage, "there is no conflict over \(Quoted(name))",
        help: names.isEmpty ? "there is none at all" : Spelling.help(for: name, in: names))
    }
    return meant
  }

  private func list(
    _ conflicts: [Resolution.Conflict], _ resolution: Resolution, _ context: Context
  ) throws -> ExitCode {
    for conflict in conflicts where conflict.key.type != .key {
      try context.console.out("\(conflict.key.type.rawValue) \(Quoted(conflict.name))\n")
      for side in conflict.sides {
        try context.console.out(
          "  \(side.label): \(side.action) by \(side.author) at \(side.time) (\(side.change))\n")
      }
    }
    for signed in resolution.admitted {
      try context.console.out(
        "change of '\(signed.change.author)' at \(signed.change.time) while they lost the right to it: "
          + signed.change.records.map { "\($0.action.rawValue) \($0.name ?? $0.id)".visible }
          .joined(separator: ", ") + "\n")
    }
    if !context.options.isQuiet {
      context.console.note("next: flyconf vault resolve NAME --take ours|theirs")
    }
    return .found
  }

  private func settle(
    _ conflicts: [Resolution.Conflict], _ resolution: Resolution, _ choice: Choice,
    _ session: borrowing VaultSession, _ context: Context
  ) throws -> ExitCode {
    var draft = try session.draft(session.unlock())
    draft.accepted = [.conflict]
    if !resolution.admitted.isEmpty { try draft.admit(resolution, choice: choice) }
    for conflict in conflicts.sorted(by: { Self.rank($0) < Self.rank($1) }) {
      try draft.settle(
        conflict.key, by: resolution.choice(choice, over: conflict), resolution,
        makeID: context.makeID)
    }
    if !isDryRun { try session.commit(draft) }
    for record in draft.records {
      let verb = isDryRun ? "would record" : "recorded"
      try context.console.out(
        "\(verb) \(record.action.rawValue) of \(record.type.rawValue) "
          + "\(Quoted(record.name ?? record.id))\n")
    }
    if !context.options.isQuiet, !isDryRun {
      context.console.note("next: flyconf vault verify, then git add and commit")
    }
    return .fine
  }

  /// Members come first, since keys follow from them; wraps come last, as members end up.
  private static func rank(_ conflict: Resolution.Conflict) -> Int {
    switch conflict.key.type {
    case .member, .settings: 0
    case .credential, .variable, .change: 1
    case .key: 2
    }
  }

  /// Nothing has to be chosen: what the sides have is put together as it is.
  private func finish(
    _ session: borrowing VaultSession, _ resolution: Resolution, _ context: Context
  ) throws -> ExitCode {
    if !isDryRun { try session.writeMerged() }
    if !context.options.isQuiet { context.console.note("nothing has to be chosen") }
    return .fine
  }
}

/// A side of a merge on the command line.
struct ChoiceArgument: ArgumentValue {
  var choice: Choice

  init?(argument: String) {
    switch argument {
    case "ours": choice = .ours
    case "theirs": choice = .theirs
    default:
      let digits = argument.lowercased()
      guard digits.count >= 4, digits.allSatisfy(\.isHexDigit) else { return nil }
      choice = .change(digits)
    }
  }

  static var expectation: String? { "ours, theirs, or the first digits of a change's hash" }
}
