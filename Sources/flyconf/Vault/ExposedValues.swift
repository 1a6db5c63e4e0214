import DeployModel
import Documents

/// Values that someone can have read who should not know them any longer.
///
/// New keys keep them from what is sealed from now on; what they have read they know, until the
/// value itself is another one.
struct ExposedValues {
  private let name: String
  private let entries: [SealedEntry]
  /// All credentials in use, from which those of a name are told apart.
  private let namesakes: Namesakes

  /// What a change has exposed to a member by taking rights from it.
  init(to name: String, by change: FinishedChange?) {
    self.name = name
    namesakes = Namesakes(change?.verified.credentials.current ?? [])
    entries =
      change.map { change in
        change.verified.exposures
          .filter { $0.member.text == name && $0.since == change.change.change.time }
          .map(\.entry)
      } ?? []
  }

  /// How many commands are shown.
  private static let limit = 8

  /// What is to be done now, one line each.
  var notes: [String] {
    guard !entries.isEmpty else { return [] }
    let left = entries.count - Self.limit
    return [
      "warning: '\(name)' can have read \(Counted(entries.count, "value")): each stays exposed "
        + "until it is rotated"
    ] + entries.prefix(Self.limit).map { "  \($0.renewal(among: namesakes))" }
      + (left > 0 ? ["  and \(left) more"] : [])
  }

  var node: Node {
    Node(
      .array(
        entries.map { entry in
          .object([
            "kind": Node(.string(entry.kind.rawValue)), "id": Node(.string(entry.id ?? "")),
            "name": Node(.string(entry.name ?? "")),
            "environment": Node(.string(entry.compartment?.environment.rawValue ?? "")),
          ])
        }))
  }
}
