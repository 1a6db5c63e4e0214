import Documents

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
