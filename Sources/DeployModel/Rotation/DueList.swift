/// What has to be rotated: what is exposed first, then by the day.
///
/// Source: data model, CredentialManager, `next_rotation`.
package struct DueList: Sendable {
  package let today: CalendarDate
  /// What is exposed, late, or due within the days that were asked for, the most urgent first.
  package let values: [DueValue]
  /// The credentials that are due later, the next one first.
  package let later: [DueValue]

  /// - Parameters:
  ///   - days: How many days ahead a rotation counts as due soon, 0 or more.
  ///   - environment: Only what belongs to this one; nothing for all.
  package init(
    _ vault: VerifiedVault, on today: CalendarDate, within days: Int,
    in environment: EnvironmentName? = nil
  ) {
    self.today = today
    let exposures = Dictionary(grouping: vault.exposures) { $0.entry.key }
    let all = Self.candidates(vault, exposures)
      .filter { environment == nil || $0.environment == environment }
      .map { DueValue($0, on: today, exposures[$0.key] ?? []) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
    values = all.filter { $0.isDue || $0.daysLeft.map { $0 <= days } ?? false }
    later = all.filter { !$0.isDue && $0.daysLeft.map { $0 > days } ?? false }
  }

  /// What is to be rotated today.
  package var due: [DueValue] { values.filter(\.isDue) }

  /// Credentials in use that hold a value, and variables of which the value is exposed.
  private static func candidates(
    _ vault: VerifiedVault, _ exposures: [SealedEntry.Key: [Exposure]]
  ) -> [SealedEntry] {
    let credentials = vault.credentials.current.filter { entry in
      guard case .sealed = entry.value else { return false }
      return entry.date("next_rotation") != nil
    }
    return credentials + vault.entries(.variable).filter { exposures[$0.key] != nil }
  }
}
