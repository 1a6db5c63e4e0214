import CommandKit
import DeployModel
import Documents

/// What a command has done to one credential or variable, or would do.
struct EntryReport {
  /// What was done, in the words of a report.
  enum Deed: String {
    case set, rotate, remove, unset

    var done: String {
      switch self {
      case .set: "set"
      case .rotate: "rotated"
      case .remove, .unset: "removed"
      }
    }

    var planned: String {
      switch self {
      case .set: "would set"
      case .rotate: "would rotate"
      case .remove, .unset: "would remove"
      }
    }
  }

  var kind: EntityKind
  var deed: Deed
  var name: String
  var environment: EnvironmentName
  var id: String
  var isDryRun: Bool
  /// Whether where the value is sealed was said by a file that nobody has signed.
  var isPlaceUnsigned = false
  /// What else programs are told.
  var details: [Node.Member] = []
  /// What people are told besides.
  var notes: [String] = []
  /// The command that usually follows.
  var next: String

  /// Prints the report.
  ///
  /// - Parameter change: What was written, or would be; nothing if nothing changes.
  func show(_ change: FinishedChange?, in context: Context) throws {
    let record = change?.change.change.records.first {
      $0.type == RecordType(kind) && $0.id == id
    }
    guard !context.options.format.isMachine else {
      return try context.console.out(JSONWriter.document(node(change, record)))
    }
    try context.console.out(line(record) + "\n")
    guard change != nil, !context.options.isQuiet else { return }
    for note in note(on: openers(change, record)) + notes { context.console.note("note: \(note)") }
    if !isDryRun { context.console.note("next: \(next)") }
  }

  /// Who can open what has been sealed where only the file says that it belongs.
  private func openers(_ change: FinishedChange?, _ record: ChangeRecord?) -> [String] {
    guard isPlaceUnsigned, let change, let compartment = record?.compartment else { return [] }
    return change.verified.manifest.recipients(of: compartment).map(\.name.text)
  }

  private func note(on openers: [String]) -> [String] {
    guard !openers.isEmpty else { return [] }
    return [
      "its category and access level are those that stood in the file: "
        + "\(Counted(openers.count, "member")) can open it: \(Spelling.list(openers))"
    ]
  }

  private func line(_ record: ChangeRecord?) -> String {
    let shown = "\(Quoted(name)) (\(environment))"
    guard let record else { return "\(shown) is unchanged" }
    let verb = isDryRun ? deed.planned : deed.done
    guard record.action != .removed, let compartment = record.compartment else {
      return "\(verb) \(shown)"
    }
    return "\(verb) \(shown) in \(compartment)"
  }

  private func node(_ change: FinishedChange?, _ record: ChangeRecord?) -> Node {
    let command = "\(kind == .credential ? "secrets" : "env")-\(deed.rawValue)"
    var members: [Node.Member] = [
      .init("format", "flyconf.\(command)/1"), .init("name", name),
      .init("environment", environment.rawValue), .init("id", id),
      .init("result", record?.action.rawValue ?? "unchanged"),
    ]
    if isDryRun { members.append(Node.Member(key: "dry_run", value: true)) }
    if let record {
      if let compartment = record.compartment {
        members.append(.init("compartment", compartment.text))
      }
      members.append(
        Node.Member(key: "revision", value: Node(.number(Number(literal: "\(record.revision)")))))
    }
    let openers = openers(change, record)
    if !openers.isEmpty {
      members.append(
        .init(key: "openers", value: Node(.array(openers.map { Node(.string($0)) }))))
    }
    // What would be signed differs each time: only what was written has a hash worth telling.
    if let change, !isDryRun {
      members.append(.init("change", change.change.hash.hex))
    }
    return Node(.object(members + (record == nil ? [] : details)))
  }
}
