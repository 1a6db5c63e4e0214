import Documents

/// An entry with what it is to become, before it is part of a change.
package struct EntryEdit: Sendable {
  /// The whole entry with its id; the stored value in it is replaced.
  let drafted: SealedEntry
  /// The entry as it stands in the file; nothing for a new one.
  let entry: SealedEntry?
  let value: DraftedValue
  let action: ChangeAction

  init(
    _ kind: EntityKind, _ node: Node, over entry: SealedEntry?, value: DraftedValue,
    _ action: ChangeAction
  ) {
    drafted = SealedEntry(kind, index: entry?.index ?? -1, node)
    self.entry = entry
    self.value = value
    self.action = action
  }
}

extension VaultDraft {
  mutating func put(_ edit: EntryEdit) throws {
    try put(edit.drafted, over: edit.entry, value: edit.value, edit.action)
  }

  /// Puts many edits of different entries, sealing several at a time; their grants are checked.
  mutating func put(_ edits: [EntryEdit]) throws {
    var compartments: Set<Compartment> = []
    for edit in edits {
      guard case .secret = edit.value, let compartment = edit.drafted.compartment else { continue }
      compartments.insert(compartment)
    }
    for compartment in compartments.sorted() { try prepareKey(of: compartment) }
    let draft = self
    let parts = ParallelWork.map(edits) { edits in
      Result {
        try edits.map { edit in
          try draft.draft(
            edit.drafted, over: edit.entry, value: edit.value, edit.action, reason: nil)
        }
      }
    }
    add(try parts.map { try $0.get() })
  }

  /// The compartments in which the author may change nothing, of those that edits and entries
  /// touch, and one of what is in each.
  func refusedCompartments(
    _ edits: [EntryEdit], _ entries: [SealedEntry] = []
  ) -> [Compartment: SealedEntry] {
    var refused: [Compartment: SealedEntry] = [:]
    func note(_ compartment: Compartment, of entry: SealedEntry) {
      guard !author.mayChange(compartment), refused[compartment] == nil else { return }
      refused[compartment] = entry
    }
    for edit in edits {
      if let compartment = edit.drafted.compartment { note(compartment, of: edit.drafted) }
    }
    for entry in edits.compactMap(\.entry) + entries {
      for compartment in compartmentsNow(entry) { note(compartment, of: entry) }
    }
    return refused
  }

  func refusal(
    _ compartment: Compartment, _ entry: SealedEntry
  ) -> VaultRefusal {
    .noGrant(author, to: "change", entry.shownName, in: compartment, manifest)
  }
}

/// Why many entries cannot be changed together.
package struct ImportRefusals: Error {
  package let refusals: [VaultRefusal]
}
