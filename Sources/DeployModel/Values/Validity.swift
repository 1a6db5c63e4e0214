/// The time within which a certificate is valid, and where a moment stands in it.
///
/// The two moments themselves are still within it (RFC 5280, section 4.1.2.5). The last third is
/// the time in which certificates are renewed, by ACME clients and by Fly.io alike.
struct Validity: Sendable {
  /// Nothing where only the end is known.
  var start: Timestamp?
  var end: Timestamp

  private static let day: Int64 = 86_400
  /// How long a renewal may take before it counts as overdue.
  private static let renewalDays: Int64 = 5

  /// Whether the certificate ends before, or when, it begins.
  var isEmpty: Bool { start.map { $0 >= end } ?? false }

  func isOver(at now: Timestamp) -> Bool { now > end }

  func hasBegun(at now: Timestamp) -> Bool { start.map { $0 <= now } ?? true }

  /// Whole days that are left, rounded down.
  func daysLeft(at now: Timestamp) -> Int { Int(end.seconds(since: now) / Self.day) }

  /// Whole days since the end.
  func daysOver(at now: Timestamp) -> Int { Int(now.seconds(since: end) / Self.day) }

  /// Seconds from start to end.
  private var length: Int64? { start.map { end.seconds(since: $0) } }

  /// Whole days from start to end.
  var days: Int? { length.map { Int($0 / Self.day) } }

  /// Whether the end is near enough to warn: within so many days, but not before the last third
  /// begins, since a certificate of a few days would otherwise always warn.
  func isNearEnd(at now: Timestamp, warningDays: Int) -> Bool {
    guard warningDays >= 0 else { return false }
    let left = end.seconds(since: now)
    let (warning, overflow) = Int64(warningDays).multipliedReportingOverflow(by: Self.day)
    let threshold = overflow ? Int64.max : warning
    return left >= 0 && left <= min(threshold, length.map { $0 / 3 } ?? threshold)
  }

  /// Whether five days of the last third have passed without a renewal.
  func isRenewalOverdue(at now: Timestamp) -> Bool {
    guard let length else { return false }
    let left = end.seconds(since: now)
    return left >= 0 && left < length / 3 - Self.renewalDays * Self.day
  }

  /// The first moment of the last third.
  var renewalStart: Timestamp? { length.map { end.adding(seconds: -($0 / 3)) } }
}
