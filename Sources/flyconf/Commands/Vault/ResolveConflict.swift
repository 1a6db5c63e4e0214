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
    let conflicts = try selected(resolution)
    guard !conflicts.isEmpty || !resolution.admitted.isEmpty else {
      return try finish(session, resolution, context)
    }
    let isClear =
      resolution.admitted.isEmpty
      && conflicts.allSatisfy { $0.isSettledByItself || $0.obviousChoice != nil }
    guard choice != nil || isClear else {
      try ConflictReport(conflicts, resolution).result.show(in: context)
      return .found
    }
    return try settle(conflicts, resolution, session, context)
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

  /// The conflicts that the name means, with those that are settled along with them.
  private func selected(_ resolution: Resolution) throws -> [Resolution.Conflict] {
    let conflicts = resolution.conflicts
    guard let name else { return conflicts }
    let admitted = Set(resolution.admitted.flatMap(\.change.records).map(\.key))
    let meant = conflicts.filter { conflict in
      conflict.key.id == name || conflict.name == name || conflict.isSettledByItself
        || admitted.contains(conflict.key)
    }
    if meant.allSatisfy(\.isSettledByItself), resolution.admitted.isEmpty {
      let names = conflicts.filter { !$0.isSettledByItself }.map(\.name)
      throw Failure(
        .usage, "there is no conflict over \(Quoted(name))",
        help: names.isEmpty ? "there is none at all" : Spelling.help(for: name, in: names))
    }
    return meant
  }

  private func settle(
    _ conflicts: [Resolution.Conflict], _ resolution: Resolution,
    _ session: borrowing VaultSession, _ context: Context
  ) throws -> ExitCode {
    let side = choice?.choice ?? .ours
    var draft = try session.draft(session.unlock())
    draft.accepted = [.conflict]
    if !resolution.admitted.isEmpty { try draft.admit(resolution, choice: side) }
    for conflict in conflicts.sorted(by: { $0.rank < $1.rank }) {
      try draft.settle(
        conflict.key,
        by: choice == nil
          ? conflict.obviousChoice ?? side
          : resolution.choice(side, over: conflict),
        resolution, makeID: context.makeID)
    }
    if !isDryRun { try session.commit(draft) }
    try SettledReport(draft.records, resolution, isDryRun: isDryRun).result.show(in: context)
    return .fine
  }

  /// Nothing has to be chosen: what the sides have is put together as it is.
  private func finish(
    _ session: borrowing VaultSession, _ resolution: Resolution, _ context: Context
  ) throws -> ExitCode {
    let files = try session.writeMerged(isDryRun: isDryRun)
    try SettledReport([], resolution, files: files, isDryRun: isDryRun).result.show(in: context)
    return .fine
  }
}

extension Resolution.Conflict {
  /// Whether there is nothing to choose: the wraps of data keys follow from the members.
  fileprivate var isSettledByItself: Bool { key.type == .key }

  /// Members come first, since keys follow from them; wraps come last, as members end up.
  fileprivate var rank: Int {
    switch key.type {
    case .member, .settings: 0
    case .credential, .variable, .change: 1
    case .key: 2
    }
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
