import Documents

/// An entry with what it is to become, before it is part of a change.
package struct EntryEdit: Sendable {
  let kind: EntityKind
  /// The whole entry with its id; the stored value in it is replaced.
  let node: Node
  /// The entry as it stands in the file; nothing for a new one.
  let entry: SealedEntry?
  let value: DraftedValue
  let action: ChangeAction

  init(
    _ kind: EntityKind, _ node: Node, over entry: SealedEntry?, value: DraftedValue,
    _ action: ChangeAction
  ) {
    self.kind = kind
    self.node = node
    self.entry = entry
    self.value = value
    self.action = action
  }

  /// The entry as it is to be.
  var drafted: SealedEntry { SealedEntry(kind, index: entry?.index ?? -1, node) }
}

extension VaultDraft {
  mutating func put(_ edit: EntryEdit) throws {
    try put(edit.node, edit.kind, over: edit.entry, value: edit.value, edit.action)
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
    for part in parts {
      for entry in try part.get() { add(entry) }
    }
  }

  /// The compartments in which the author may change nothing, of those that edits and entries
  /// touch, and one of what is in each.
  func refusedCompartments(
    _ edits: [EntryEdit], _ entries: [SealedEntry] = []
  ) -> [Compartment: SealedEntry] {
    let touched =
      edits.map { ([$0.drafted.compartment].compactMap(\.self), $0.drafted) }
      + (edits.compactMap(\.entry) + entries).map { (compartmentsNow($0), $0) }
    return touched.reduce(into: [:]) { refused, touched in
      for compartment in touched.0 where !author.mayChange(compartment) {
        refused[compartment] = refused[compartment] ?? touched.1
      }
    }
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
