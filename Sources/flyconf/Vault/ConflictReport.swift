import DeployModel
import Documents

/// What has to be chosen before a merge is whole.
struct ConflictReport {
  private let conflicts: [Resolution.Conflict]
  private let admitted: [SignedChange]

  init(_ conflicts: [Resolution.Conflict], _ resolution: Resolution) {
    self.conflicts = conflicts.filter { $0.key.type != .key }
    admitted = resolution.admitted
  }

  var result: CommandResult {
    let node: Node = .object([
      "format": "flyconf.vault-resolve/1",
      "conflicts": Node(.array(conflicts.map(\.node))),
      "waiting": Node(.array(admitted.map(\.waitingNode))),
    ])
    return CommandResult(
      node: node, text: (conflicts.map(\.text) + admitted.map(\.waitingText)).joined(),
      notes: ["next: flyconf vault resolve NAME --take ours|theirs"])
  }
}

extension Resolution.Conflict {
  fileprivate var text: String {
    "\(key.type.rawValue) \(Quoted(name))\n" + sides.map(\.text).joined()
  }

  fileprivate var node: Node {
    .object([
      "kind": Node(.string(key.type.rawValue)), "id": Node(.string(key.id)),
      "name": Node(.string(name)), "sides": Node(.array(sides.map(\.node))),
    ])
  }
}

extension Resolution.Conflict.Side {
  fileprivate var text: String {
    "  \(label): \(action) by \(author) at \(time) (\(change.hex.prefix(8)))\n"
  }

  fileprivate var node: Node {
    .object([
      "side": Node(.string(label)), "action": Node(.string(action)),
      "author": Node(.string(author)), "time": Node(.string(time.description)),
      "change": Node(.string(change.hex)),
    ])
  }
}

extension SignedChange {
  fileprivate var waitingText: String {
    let records = change.records.map { "\($0.action.rawValue) \($0.name ?? $0.id)".visible }
    return "change of '\(change.author)' at \(change.time) while they lost the right to it: "
      + "\(records.joined(separator: ", "))\n"
  }

  fileprivate var waitingNode: Node {
    .object([
      "author": Node(.string(change.author.text)),
      "time": Node(.string(change.time.description)), "change": Node(.string(hash.hex)),
    ])
  }
}
