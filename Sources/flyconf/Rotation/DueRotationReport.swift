import DeployModel
import Documents

/// What a run over everything that is due has done, and what it has left.
struct DueRotationReport {
  private let list: DueList
  private let namesakes: Namesakes
  private let isDryRun: Bool
  private let context: Context
  private var rotated: [SealedEntry.Key: RotatedCredential] = [:]
  private var reasons: [SealedEntry.Key: String] = [:]

  init(_ list: DueList, among namesakes: Namesakes, isDryRun: Bool, _ context: Context) {
    self.list = list
    self.namesakes = namesakes
    self.isDryRun = isDryRun
    self.context = context
  }

  private var isMachine: Bool { context.options.format.isMachine }

  private var remaining: [DueValue] { list.due.filter { rotated[$0.entry.key] == nil } }

  var hasRemaining: Bool { !remaining.isEmpty }

  // MARK: On the way

  /// People are told of each as soon as it is done: whatever happens to the others, it stays.
  mutating func add(_ credential: RotatedCredential, of value: DueValue) throws {
    rotated[value.entry.key] = credential
    guard !isMachine, !isDryRun else { return }
    let place = credential.compartment.map { " in \($0)" } ?? ""
    try context.console.out("rotated \(value.entry.shownName)\(place)\n")
    guard !context.options.isQuiet else { return }
    for note in credential.rotation.notes { context.console.note("note: \(note)") }
  }

  mutating func add(_ failure: Failure, of value: DueValue) {
    reasons[value.entry.key] = failure.message
    guard !isMachine else { return }
    context.console.note("error: \(failure.message.visible)")
    if let help = failure.help { context.console.note("help: \(help.visible)") }
  }

  // MARK: At the end

  func finish() throws {
    guard !isMachine else { return try context.console.out(JSONWriter.document(node)) }
    let told = isDryRun ? list.due : remaining
    for value in told { try context.console.out(line(for: value) + "\n") }
    guard !context.options.isQuiet else { return }
    context.console.note(summary)
  }

  private func line(for value: DueValue) -> String {
    let what = "\(value.entry.shownName), \(value.state)"
    if rotated[value.entry.key] != nil, let generator = value.entry.storedGenerator {
      return "would rotate \(what), with \(generator)"
    }
    return "remains: \(what): `\(renewal(of: value))`"
  }

  private func renewal(of value: DueValue) -> String { value.entry.renewal(among: namesakes) }

  private var summary: String {
    guard list.due.isEmpty else {
      let count = Counted(list.due.count, "value")
      return isDryRun
        ? "\(count) due, nothing was changed"
        : "rotated \(rotated.count) of \(count) due"
    }
    return list.nextNote(after: "nothing is due")
  }

  private var node: Node {
    var members: [Node.Member] = [.init("format", "flyconf.secrets-rotate-due/1")]
    if isDryRun { members.append(.init(key: "dry_run", value: true)) }
    members.append(
      .init(
        key: "rotated",
        value: Node(
          .array(
            list.due.compactMap { value in
              rotated[value.entry.key].map {
                node(of: value, [.init("result", "rotated")], $0.rotation.details)
              }
            }))))
    members.append(
      .init(
        key: "remaining",
        value: Node(
          .array(
            remaining.map { value in
              let reason = reasons[value.entry.key].map { [Node.Member("reason", $0)] } ?? []
              return node(of: value, reason, [.init("command", renewal(of: value))])
            }))))
    return Node(.object(members))
  }

  private func node(
    of value: DueValue, _ outcome: [Node.Member], _ details: [Node.Member]
  ) -> Node {
    Node(.object(value.members + outcome + details))
  }
}

extension DueList {
  /// What is said where nothing has to be done: when there will be.
  func nextNote(after words: String) -> String {
    guard let next = later.first, let day = next.day, let days = next.daysLeft else { return words }
    return "\(words); the next one is \(next.entry.shownName) on \(day), in \(Counted(days, "day"))"
  }
}

extension DueValue {
  /// What programs are told of it.
  var members: [Node.Member] {
    var members: [Node.Member] = [
      .init("kind", entry.kind.rawValue), .init("name", entry.name ?? ""),
      .init("environment", entry.environment?.rawValue ?? ""), .init("id", entry.id ?? ""),
    ]
    if let type = entry.credentialType { members.append(.init("type", type.rawValue)) }
    if let day { members.append(.init("due", day.description)) }
    if let daysLeft {
      members.append(.init(key: "days_left", value: Node(integerLiteral: daysLeft)))
    }
    if !exposures.isEmpty {
      members.append(.init(key: "exposed_to", value: Node(.array(exposures.map(\.node)))))
    }
    if let generator = entry.storedGenerator {
      members.append(.init("generator", generator.description))
    }
    return members
  }
}

extension Exposure {
  /// To whom, since when and why, for programs.
  var node: Node {
    .object([
      "member": Node(.string(member.text)), "since": Node(.string(since.description)),
      "cause": Node(.string(cause.rawValue)),
    ])
  }
}
