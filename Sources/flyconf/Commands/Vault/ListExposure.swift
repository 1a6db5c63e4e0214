import CommandKit
import DeployModel
import Documents

/// Lists the values that someone knows who should not.
struct ListExposure: Command {
  var name: String?

  static let syntax = CommandSyntax(
    "exposure", "List the values that someone can have read who has lost the right to",
    discussion: "Someone who was removed, lost a grant, or had their keys stolen, or before whom a "
      + "value was put out of reach: new keys guard what is sealed afterwards, but what was read is "
      + "known. Each value stays exposed until it is another one, by a rotation or a correction. It follows from the ledger, and no key is needed. The exit code is 1 "
      + "while anything is exposed.",
    examples: [
      Example("flyconf vault exposure", "everything"),
      Example("flyconf vault exposure bob", "what bob can have read"),
    ],
    Self.init,
    .argument("NAME", "Only what this member can have read")
  )

  func run(in context: Context) throws -> ExitCode {
    let session = try VaultSession.open(.reading, .keyless, in: context)
    let verified = session.verified
    if let name, verified.manifest.member(name) == nil {
      throw Failure(
        .usage, "there is no member \(Quoted(name)), and there was none",
        help: Spelling.nearest(to: name, in: verified.manifest.members.map(\.name.text))
          .map { "did you mean '\($0)'?" } ?? "`flyconf vault members list` names them")
    }
    let exposures = verified.exposures.filter { name == nil || $0.member.text == name }
    try result(exposures, Namesakes(verified.credentials.current)).show(in: context)
    return exposures.isEmpty ? .fine : .found
  }

  private func result(
    _ exposures: [Exposure], _ namesakes: Namesakes
  ) -> CommandResult {
    let rows = exposures.map { exposure in
      [
        exposure.entry.tellingName(among: namesakes),
        exposure.entry.environment?.rawValue ?? "", exposure.entry.kind.rawValue,
        exposure.member.text,
        CalendarDate(exposure.since).description, exposure.cause.words,
      ]
    }
    let head = ["name", "environment", "kind", "known to", "since", "because"]
    let nodes = exposures.map { exposure in
      Node(
        .object([
          .init("kind", exposure.entry.kind.rawValue), .init("name", exposure.entry.name ?? ""),
          .init("environment", exposure.entry.environment?.rawValue ?? ""),
          .init("id", exposure.entry.id ?? ""), .init("member", exposure.member.text),
          .init("since", exposure.since.description), .init("cause", exposure.cause.rawValue),
          .init("command", exposure.entry.renewal(among: namesakes)),
        ]))
    }
    return CommandResult(
      node: .object([
        "format": "flyconf.vault-exposure/1", "exposed": Node(.array(nodes)),
      ]),
      text: rows.isEmpty ? "" : TextTable([head] + rows).text,
      notes: exposures.isEmpty
        ? ["nothing is exposed"] : ["next: flyconf secrets rotate"])
  }
}

extension Exposure.Cause {
  /// Why, for people.
  fileprivate var words: String {
    switch self {
    case .removed: "removed"
    case .keysStolen: "keys stolen"
    case .grantsNarrowed: "grants narrowed"
    case .moved: "value moved"
    }
  }
}
