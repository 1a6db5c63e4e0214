import CommandKit
import DeployModel
import Documents

/// Lists what has to be rotated.
struct ListDue: Command {
  var environment: EnvironmentName?
  var within: DayCount
  var isQueued: Bool

  static let syntax = CommandSyntax(
    "due", "List what has to be rotated, the most urgent first",
    discussion: "Exposed values stand first: those that someone can have read who has lost the "
      + "right to, until the value itself is another one. No key is needed. The exit code is 1 "
      + "if the list names any: what is exposed, late, or due within the days that --within says; "
      + "with --within 0d what is to be done now. At a terminal a line of the next "
      + "\(RotationLine.days) days stands below.\n\n"
      + "With --queue an event is written in events/ for each that is exposed, late or due today, "
      + "for whoever delivers them. It is written once, as long as its file lies there: who "
      + "removes what is delivered knows by the `dedupe_key` what was told before.",
    examples: [
      Example("flyconf secrets due", "what is due now or within a week"),
      Example("flyconf secrets due --within 30d --env production", "the month ahead"),
    ],
    Self.init,
    .option("--env", "-e", placeholder: "ENV", "Only this environment"),
    .option(
      "--within", placeholder: "DAYS", default: DayCount(days: 7),
      "Also what is due so many days from now"),
    .flag("--queue", summary: "Write an event for each that is due now, unless it is there")
  )

  func run(in context: Context) throws -> ExitCode {
    // What is written bears the time of the clock, whatever a report is made for.
    let now = isQueued ? context.timeOfWriting() : try context.now()
    let session = try VaultSession.open(isQueued ? .writing : .reading, .keyless, in: context)
    let list = DueList(
      session.verified, on: CalendarDate(now), within: within.days, in: environment)
    let queued = isQueued ? try session.queue(list.due.map { Event.due($0, at: now) }) : nil
    var result = result(list, queued, Namesakes(session.verified.credentials.current))
    if context.console.isOutTerminal, !context.options.isQuiet {
      result.text += timeline(session.verified, on: list.today, below: result.text)
    }
    try result.show(in: context)
    return list.values.isEmpty ? .fine : .found
  }

  /// What is to come on a line of days, for people; nothing where nothing is.
  private func timeline(
    _ vault: VerifiedVault, on today: CalendarDate, below text: String
  ) -> String {
    let list = DueList(vault, on: today, within: RotationLine.days, in: environment)
    guard !list.values.isEmpty else { return "" }
    let gap = text.isEmpty ? "" : "\n"
    return gap + RotationLine(list).lines.map { $0 + "\n" }.joined()
  }

  private func result(
    _ list: DueList, _ queued: Int?, _ namesakes: Namesakes
  ) -> CommandResult {
    let values = list.values.map { value in
      Node(
        .object(
          value.members + [.init("command", value.entry.renewal(among: namesakes))]))
    }
    var members: [Node.Member] = [
      .init("format", "flyconf.secrets-due/1"), .init("today", list.today.description),
      .init(key: "within_days", value: Node(integerLiteral: within.days)),
      .init(key: "due", value: Node(.array(values))),
    ]
    if let queued { members.append(.init(key: "queued", value: Node(integerLiteral: queued))) }
    return CommandResult(
      node: Node(.object(members)), text: text(list, namesakes), notes: notes(list, queued))
  }

  private func text(_ list: DueList, _ namesakes: Namesakes) -> String {
    guard !list.values.isEmpty else { return "" }
    let rows = list.values.map { value in
      [
        value.entry.tellingName(among: namesakes), value.entry.environment?.rawValue ?? "",
        value.entry.compartment.map { "\($0.category)" } ?? "", value.day?.description ?? "-",
        value.entry.storedGenerator?.description ?? "-", value.state,
      ]
    }
    return TextTable([["name", "environment", "category", "due", "generator", "state"]] + rows).text
  }

  private func notes(_ list: DueList, _ queued: Int?) -> [String] {
    let next: [String]
    if list.values.isEmpty {
      next = [list.nextNote(after: "nothing is due within \(Counted(within.days, "day"))")]
    } else {
      next = list.due.isEmpty ? [] : ["next: flyconf secrets rotate"]
    }
    return (queued.map { ["wrote \(Counted($0, "event"))"] } ?? []) + next
  }
}
