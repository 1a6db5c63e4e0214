import Documents

extension Report where Root == CredentialManager {
  /// Reports a schedule that is longer than the credential's own priority allows.
  ///
  /// - Parameter isAsked: Whether the rule is about the priority.
  mutating func addLongSchedule(
    _ credential: CredentialManager, where isAsked: (RotationPriority) -> Bool
  ) throws(Unreadable) {
    let priority = try credential.rotationPriority.get()
    guard isAsked(priority), let days = try credential.schedule,
      days > priority.longestSchedule
    else { return }
    let latest = try credential.lastChange.adding(days: priority.longestSchedule)
    add(
      \.nextRotation,
      "the schedule of \(days) days is longer than the \(priority.longestSchedule) days "
        + "of priority '\(priority.rawValue)'",
      help: "write \(latest) or an earlier day")
  }

  /// Reports a rotation whose day has passed.
  ///
  /// - Parameter isAsked: Whether the rule is about the priority.
  mutating func addOverdue(
    _ credential: CredentialManager, where isAsked: (RotationPriority) -> Bool
  ) throws(Unreadable) {
    guard isAsked(try credential.rotationPriority.get()), try credential.schedule != nil
    else { return }
    let next = try credential.nextRotation.get()
    let late = next.days(until: today)
    guard late > 0 else { return }
    let days = late == 1 ? "1 day" : "\(late) days"
    add(
      \.nextRotation, "\(credential.shownName) was to be rotated on \(next), \(days) ago",
      help: "`flyconf secrets rotate` walks you through what is due")
  }
}
