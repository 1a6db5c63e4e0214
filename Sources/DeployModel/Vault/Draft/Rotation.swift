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
    guard let present = try presentValue(of: entry) else {
      throw MalformedValue(
        "\(entry.shownName) has no value yet that could be rotated",
        help: "give it its first one with `flyconf secrets set`")
    }
    try checkIsNew(value, for: entry, present, chain)
    let old = UUIDText.write(supersededID)
    let dates = RotationDates(entry, on: today)
    var node = entry.node
    node.setMember("last_rotated", dates.lastRotated.map { Node(.string($0.description)) })
    node.setMember("next_rotation", Node(.string(dates.next.description)))
    node.setMember("previous", Node(.string(old)))
    try put(node, .credential, over: entry, value: .secret(value), .rotated)
    let destroyed = try supersede(entry, as: old, present) + destroy(chain)
    return Rotation(superseded: old, destroyedCount: destroyed, nextRotation: dates.next)
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

  /// Destroys the values of superseded records beyond those that are kept.
  ///
  /// A record in a compartment that the author may not change is left to those who may.
  private mutating func destroy(_ chain: [SealedEntry]) throws -> Int {
    var count = 0
    for record in chain.dropFirst(max(0, manifest.settings.keep - 1)) {
      guard case .sealed = record.value, let compartment = record.compartment,
        author.mayChange(compartment)
      else { continue }
      try put(record.node, .credential, over: record, value: .destroyed, .destroyed)
      count += 1
    }
    return count
  }

  /// Refuses a value that someone may know already: the present one, and those still kept.
  private func checkIsNew(
    _ value: Secret, for entry: SealedEntry, _ present: Secret, _ chain: [SealedEntry]
  ) throws {
    guard value != present else {
      throw MalformedValue(
        "the new value of \(entry.shownName) is the one that it has already",
        help: "make another one at the service, or use --generate")
    }
    for record in chain {
      // What the author cannot open cannot be compared either.
      guard case .sealed = record.value, let compartment = record.compartment,
        author.mayReveal(compartment)
      else { continue }
      guard try value != vault.reveal(record) else {
        throw MalformedValue(
          "the new value of \(entry.shownName) is one that it has had before",
          help: "make another one at the service, or use --generate")
      }
    }
  }
}

/// The dates of a credential after its rotation.
package struct RotationDates: Hashable, Sendable {
  /// Absent on the day of creation, after which nothing is later yet.
  package var lastRotated: CalendarDate?
  package var next: CalendarDate

  /// - Parameter today: The day of the rotation.
  package init(_ entry: SealedEntry, on today: CalendarDate) {
    let created = entry.date("created_date")
    lastRotated = created.map { $0 < today } ?? true ? today : nil
    let start = max(created ?? today, today)
    next = start.adding(days: Self.schedule(of: entry))
  }

  /// The days from one rotation to the next: the credential's own schedule, if its dates are in
  /// their order and it is not too long for an urgent one; else the longest that its priority
  /// allows.
  private static func schedule(of entry: SealedEntry) -> Int {
    let priority = entry.word("rotation_priority") ?? policyPriority(of: entry)
    guard let own = ownSchedule(of: entry) else { return priority.longestSchedule }
    return priority == .high ? min(own, priority.longestSchedule) : own
  }

  private static func ownSchedule(of entry: SealedEntry) -> Int? {
    guard let created = entry.date("created_date"), let next = entry.date("next_rotation")
    else { return nil }
    guard let rotated = entry.date("last_rotated") else {
      return created < next ? created.days(until: next) : nil
    }
    return created < rotated && rotated < next ? rotated.days(until: next) : nil
  }

  private static func policyPriority(of entry: SealedEntry) -> RotationPriority {
    guard let category: ServiceCategory = entry.word("service_category"),
      let environment = entry.environment
    else { return .high }
    return RotationPolicy(for: category, in: environment).priority
  }
}
