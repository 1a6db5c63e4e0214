/// The changes of a vault and how they follow one another.
///
/// Every change names by hash the changes before it, so that the ledger is a graph without
/// cycles, with the founding change at its root. A change's past is all that can be reached from
/// it; two changes neither of which lies in the other's past were made at the same time, mostly
/// on two branches.
package struct Ledger: Sendable {
  /// The changes in an order in which each stands behind its past; changes made at the same time
  /// stand by time and then hash, so that everyone has the same order.
  package private(set) var changes: [SignedChange] = []
  /// What was wrong with files of the folder.
  private(set) var faults: [VaultFault] = []
  private var positions: [Hash256: Int] = [:]

  package init(_ files: [LedgerFile]) {
    let read = ParallelWork.map(files) { part in part.map(Self.read) }
    var found: [SignedChange] = []
    found.reserveCapacity(files.count)
    for result in read.joined() {
      switch result {
      case .success(let change): found.append(change)
      case .failure(let fault): faults.append(fault)
      }
    }
    arrange(found)
  }

  /// The hash of the founding change, if there is one.
  package var founding: SignedChange? { changes.first { $0.change.isFounding } }

  package func contains(_ hash: Hash256) -> Bool { positions[hash] != nil }

  package func change(_ hash: Hash256) -> SignedChange? { positions[hash].map { changes[$0] } }

  package func position(of hash: Hash256) -> Int? { positions[hash] }

  // MARK: Reading

  private static func read(_ file: LedgerFile) -> Result<SignedChange, VaultFault> {
    let path = "\(SignedChange.folderName)/\(file.name)"
    guard file.name.hasSuffix(".jsonl") else {
      return .failure(
        VaultFault(
          .fileUnknown, path,
          "'\(path)' is no change: only commands write into '\(SignedChange.folderName)'",
          help: "move it away", at: .file(path)))
    }
    return Result { () throws(VaultFault) in try SignedChange.read(file) }
  }

  static let restoreHelp = "restore it from git: a change is written once and never altered"

  // MARK: Order

  /// Puts every change behind those it names; one that names a change that is not there is left
  /// out, as is everything after it.
  private mutating func arrange(_ found: [SignedChange]) {
    let sorted = found.sorted {
      ($0.change.time, $0.hash) < ($1.change.time, $1.hash)
    }
    var byHash: [Hash256: Int] = [:]
    for (index, change) in sorted.enumerated() { byHash[change.hash] = index }
    reportMissing(sorted, byHash)
    var states = [Visit](repeating: .new, count: sorted.count)
    for start in sorted.indices where states[start] == .new {
      visit(start, sorted, byHash, &states)
    }
  }

  private enum Visit { case new, open, placed, lost }

  /// Places a change after its past, without recursion: a ledger may be very long.
  private mutating func visit(
    _ start: Int, _ sorted: [SignedChange], _ byHash: [Hash256: Int], _ states: inout [Visit]
  ) {
    var stack = [start]
    while let index = stack.last {
      let parents = sorted[index].change.after.map { byHash[$0] }
      if states[index] == .new {
        states[index] = .open
        let waiting = parents.compactMap { $0 }.filter { states[$0] == .new }
        stack += waiting.reversed()
        if !waiting.isEmpty { continue }
      }
      stack.removeLast()
      guard states[index] == .open else { continue }
      let isWhole = parents.allSatisfy { $0.map { states[$0] == .placed } ?? false }
      states[index] = isWhole ? .placed : .lost
      if isWhole { place(sorted[index]) }
    }
  }

  private mutating func place(_ change: SignedChange) {
    positions[change.hash] = changes.count
    changes.append(change)
  }

  private mutating func reportMissing(_ sorted: [SignedChange], _ byHash: [Hash256: Int]) {
    var missing: Set<Hash256> = []
    for change in sorted {
      for hash in change.change.after where byHash[hash] == nil {
        guard missing.insert(hash).inserted else { continue }
        let name = String(hash.hex.prefix(8))
        faults.append(
          VaultFault(
            .changeMissing, "change \(name)",
            "the change \(name)… is missing: "
              + "'\(SignedChange.folderName)/\(change.fileName)' was made after it",
            help: "restore its file from git: no change is ever removed",
            at: .file("\(SignedChange.folderName)/\(change.fileName)")))
      }
    }
  }
}
