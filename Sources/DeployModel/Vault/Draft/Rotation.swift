import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What a rotation has made of a credential.
package struct Rotation: Hashable, Sendable {
  /// The id of the record that holds the old value now.
  package var superseded: String
  /// How many old values are no longer kept.
  package var destroyedCount: Int
  package var nextRotation: CalendarDate
}

extension VaultDraft {
  /// Gives a credential a new value and keeps the old one as a superseded record.
  ///
  /// The record in use keeps its id, so that what refers to it has the new value from now on. Of
  /// the superseded values as many are kept as the settings say; older records stay, without
  /// their value.
  ///
  /// Source: data model, CredentialManager: `last_rotated` and `next_rotation`.
  ///
  /// - Parameter supersededID: The id for the record of the old value.
  /// - Throws: `MalformedValue` if there is no value to rotate, or if the new one is the present
  ///   one or one that is still kept.
  package mutating func rotate(
    _ entry: SealedEntry, to value: Secret, supersededID: UUID
  ) throws -> Rotation {
    let chain = vault.verified.credentials.superseded(by: entry)
    let present = try valueToRotate(entry)
    try Self.checkHasNoNUL(value)
    try checkIsNew(value, for: entry, present, chain)
    return try rotate(entry, from: present, to: value, chain, supersededID)
  }

  /// Gives a credential the value again that it had before the present one.
  ///
  /// The present one is kept as any other that has been superseded: this can be done again. The
  /// record that held the value holds it no longer, so that none is kept twice and each of those
  /// that are kept is another one.
  ///
  /// - Throws: `MalformedValue` if there is no earlier value, or if it is no longer kept.
  package mutating func rotateBack(_ entry: SealedEntry, supersededID: UUID) throws -> Rotation {
    let chain = vault.verified.credentials.superseded(by: entry)
    let present = try valueToRotate(entry)
    guard let record = chain.first, let value = try presentValue(of: record) else {
      throw MalformedValue(
        "\(entry.shownName) has no earlier value that is still kept",
        help: "`flyconf secrets history \(words(for: entry))` shows what there was")
    }
    guard value != present else {
      throw MalformedValue(
        "the earlier value of \(entry.shownName) is the one that it has now",
        help: "`flyconf secrets set` may have set it back")
    }
    return try rotate(
      entry, from: present, to: value, chain, supersededID, reason: ChangeRecord.restoring)
  }

  private func valueToRotate(_ entry: SealedEntry) throws -> Secret {
    guard let present = try presentValue(of: entry) else {
      throw MalformedValue(
        "\(entry.shownName) has no value yet that could be rotated",
        help: "give it its first one with `flyconf secrets set \(words(for: entry))`")
    }
    return present
  }

  private mutating func rotate(
    _ entry: SealedEntry, from present: Secret, to value: Secret, _ chain: [SealedEntry],
    _ supersededID: UUID, reason: String? = nil
  ) throws -> Rotation {
    let old = UUIDText.write(supersededID)
    let dates = RotationDates(entry, on: today)
    var node = entry.node
    node.setMember("last_rotated", dates.lastRotated.map { Node(.string($0.description)) })
    node.setMember("next_rotation", Node(.string(dates.next.description)))
    node.setMember("previous", Node(.string(old)))
    try put(node, .credential, over: entry, value: .secret(value), .rotated, reason: reason)
    noteRotation(of: entry, next: dates.next)
    let others = try destroyCopies(of: [value, present], in: chain)
    let destroyed = try supersede(entry, as: old, present) + destroy(others)
    return Rotation(superseded: old, destroyedCount: destroyed, nextRotation: dates.next)
  }

  private mutating func noteRotation(of entry: SealedEntry, next: CalendarDate) {
    guard let record = records.last, let environment = record.compartment?.environment
    else { return }
    events.append(
      .rotated(
        entry, in: environment, by: author.name, revision: record.revision, next: next, at: time))
  }

  /// Adds the record of the old value; with a `keep` of 0 it holds none.
  ///
  /// - Returns: How many values are no longer kept.
  private mutating func supersede(
    _ entry: SealedEntry, as id: String, _ value: Secret
  ) throws -> Int {
    var node = entry.node
    node.setMember("id", Node(.string(id)))
    // What is excused for a credential in use would excuse nothing here.
    node.setMember(Suppression.key, nil)
    guard manifest.settings.keep > 0 else {
      try put(node, .credential, over: nil, value: .destroyed, .destroyed)
      return 1
    }
    try put(node, .credential, over: nil, value: .secret(value), .superseded)
    return 0
  }

  /// Takes values out of superseded records that are in use again or kept elsewhere: nothing is
  /// lost by it.
  ///
  /// - Returns: The records that hold other values, the newest first.
  private mutating func destroyCopies(
    of values: [Secret], in chain: [SealedEntry]
  ) throws -> [SealedEntry] {
    var others: [SealedEntry] = []
    for record in chain {
      guard case .sealed = record.value else { continue }
      if mayChange(record), try values.contains(vault.reveal(record)) {
        try put(record.node, .credential, over: record, value: .destroyed, .destroyed)
      } else {
        others.append(record)
      }
    }
    return others
  }

  /// Destroys the values of superseded records beyond those that are kept.
  ///
  /// A record in a compartment that the author may not change is left to those who may.
  private mutating func destroy(_ records: [SealedEntry]) throws -> Int {
    let excess = records.dropFirst(max(0, manifest.settings.keep - 1)).filter(mayChange)
    for record in excess {
      try put(record.node, .credential, over: record, value: .destroyed, .destroyed)
    }
    return excess.count
  }

  private func mayChange(_ record: SealedEntry) -> Bool {
    record.compartment.map(author.mayChange) ?? false
  }

  /// Refuses a value that someone may know already: the present one, and those still kept.
  private func checkIsNew(
    _ value: Secret, for entry: SealedEntry, _ present: Secret, _ chain: [SealedEntry]
  ) throws {
    guard value != present else {
      throw MalformedValue(
        "the new value of \(entry.shownName) is the one that it has already",
        help: "make another one at the service, or use --generate hex:32")
    }
    try checkIsNotKept(value, for: entry, chain)
  }

  /// Refuses to bring a superseded value back as if it were a correction: who knew it then would
  /// count as not knowing it.
  func checkIsNotSuperseded(_ value: Secret, _ entry: SealedEntry) throws {
    try checkIsNotKept(value, for: entry, vault.verified.credentials.superseded(by: entry))
  }

  private func checkIsNotKept(
    _ value: Secret, for entry: SealedEntry, _ chain: [SealedEntry]
  ) throws {
    for record in chain {
      // What the author cannot open cannot be compared either.
      guard case .sealed = record.value, let compartment = record.compartment,
        author.mayReveal(compartment)
      else { continue }
      guard try value != vault.reveal(record) else {
        throw MalformedValue(
          "the new value of \(entry.shownName) is one that it has had before",
          help: "make another one at the service, or take the last one again with "
            + "`flyconf secrets rotate \(words(for: entry)) --previous`")
      }
    }
  }

  /// The words by which a command is told which credential is meant.
  private func words(for entry: SealedEntry) -> String {
    entry.words(among: Namesakes(vault.verified.credentials.current))
  }
}
