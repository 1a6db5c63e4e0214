/// The ledger as it was read: its files, or what they are known to say.
package enum LedgerContents: Sendable {
  /// The files of `audit/` in the order of their names.
  case files([LedgerFile])
  /// The files are as they were when all of them were verified.
  case known(KnownLedger)
  /// What stands in the folder's place, or in that of one of its files, is none.
  case replaced(VaultFault)

  package var isEmpty: Bool {
    switch self {
    case .files(let files): files.isEmpty
    case .known, .replaced: false
    }
  }

  /// The files, which are read now if they were not before.
  package func files() throws(FileError) -> [LedgerFile] {
    switch self {
    case .files(let files): files
    case .known(let ledger): try ledger.files()
    case .replaced: []
    }
  }

  /// The ledger with one more change.
  ///
  /// - Parameter state: What it says then.
  func adding(_ file: LedgerFile, saying state: LedgerState) -> LedgerContents {
    switch self {
    case .files(let files): .files(files + [file])
    case .known(let ledger): .known(ledger.adding(file, saying: state))
    case .replaced: self
    }
  }
}

/// A ledger that has not been read, because it was verified before and has not changed since.
package struct KnownLedger: Sendable {
  /// What it says.
  package private(set) var state: LedgerState
  private let read: @Sendable () throws(FileError) -> [LedgerFile]
  /// Changes made since, which may not stand on disk yet.
  private var added: [LedgerFile] = []

  /// - Parameter read: Reads the files after all, for what needs the changes themselves.
  init(_ state: LedgerState, read: @escaping @Sendable () throws(FileError) -> [LedgerFile]) {
    self.state = state
    self.read = read
  }

  fileprivate func files() throws(FileError) -> [LedgerFile] {
    let present = try read()
    return present + added.filter { file in !present.contains { $0.name == file.name } }
  }

  fileprivate func adding(_ file: LedgerFile, saying state: LedgerState) -> KnownLedger {
    var ledger = self
    ledger.added.append(file)
    ledger.state = state
    return ledger
  }
}

extension VerifiedVault {
  /// The changes of the ledger, for what needs more than the state they lead to.
  ///
  /// - Throws: `FileError` if they cannot be read, or are no longer those that were verified.
  package func ledger() throws -> Ledger {
    let ledger = Ledger(try files.ledger.files())
    guard case .known = files.ledger else { return ledger }
    let isSame =
      ledger.faults.isEmpty && ledger.changes.count == state.changeCount
      && ledger.changes.allSatisfy { state.contains($0.hash) }
    guard isSame else {
      throw FileError(
        "read", SignedChange.folderName, "its files have changed since they were verified",
        help: "has another program changed them? run the command again")
    }
    return ledger
  }
}
