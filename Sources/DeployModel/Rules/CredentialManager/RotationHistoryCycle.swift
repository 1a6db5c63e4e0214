import Documents
import FoundationEssentials

extension Rule {
  static let rotationHistoryCycle = Rule(
    "FC312", "rotation-history-cycle", .error,
    "A credential's history ends at its first record",
    rationale: """
      A chain that leads back into itself has no newest record: every value counts as superseded, \
      and none of them is watched any more.
      """,
    reference: "data model, Relationships: CredentialManager has rotation history",
    example: .fields(
      .credentials, at: "previous",
      wrong: """
        { "id": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11",
          "previous": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11" }
        """,
      right: """
        [{ "id": "00000000-0000-4000-8000-00000000000f", "encrypted_value": "destroyed" },
         { "id": "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11",
           "previous": "00000000-0000-4000-8000-00000000000f" }]
        """),
    .all(\.credentials, of: .credentials) { credentials, report in
      for cycle in RotationChains(credentials).cycles {
        report.add(
          \.previous,
          cycle.length == 1
            ? "the record names itself as the one that it superseded"
            : "the history of this record leads back to it, after \(cycle.length) steps",
          help: "remove 'previous' from the oldest record", entry: cycle.first)
      }
    })
}

/// The chains that `previous` makes of the credentials' records.
private struct RotationChains {
  struct Cycle {
    /// The entry that stands first in the file.
    var first: Int
    var length: Int
  }

  private(set) var cycles: [Cycle] = []
  /// The entry that each one superseded.
  private let previous: [Int?]
  /// The walk in which an entry was first reached.
  private var walks: [Int?]

  init(_ credentials: [CredentialManager]) {
    var entries: [UUID: Int] = [:]
    for (entry, credential) in credentials.enumerated() {
      if case .value(let id?) = credential.id, entries[id] == nil { entries[id] = entry }
    }
    previous = credentials.map { credential in
      if case .value(let id?) = credential.previous { entries[id] } else { nil }
    }
    walks = Array(repeating: nil, count: credentials.count)
    for start in credentials.indices { walk(from: start) }
  }

  private mutating func walk(from start: Int) {
    var entry = start
    while walks[entry] == nil {
      walks[entry] = start
      guard let next = previous[entry] else { return }
      entry = next
    }
    if walks[entry] == start { cycles.append(cycle(through: entry)) }
  }

  private func cycle(through start: Int) -> Cycle {
    var cycle = Cycle(first: start, length: 1)
    var entry = start
    while let next = previous[entry], next != start {
      cycle.first = min(cycle.first, next)
      cycle.length += 1
      entry = next
    }
    return cycle
  }
}
