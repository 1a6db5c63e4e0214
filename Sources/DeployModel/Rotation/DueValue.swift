import Documents

/// A credential or variable whose value has to be another one, now or soon.
package struct DueValue: Sendable {
  package var entry: SealedEntry
  /// The day of the rotation; a variable has none.
  package var day: CalendarDate?
  /// Those who can have read the value and should not know it.
  package var exposures: [Exposure]
  /// Days from today until the rotation, negative where it is late; nothing for a variable.
  package var daysLeft: Int?

  /// Whether it is to be rotated today, and not only soon.
  package var isDue: Bool { !exposures.isEmpty || daysLeft.map { $0 <= 0 } ?? false }
}

extension DueValue {
  init(_ entry: SealedEntry, on today: CalendarDate, _ exposures: [Exposure]) {
    self.entry = entry
    self.exposures = exposures
    day = entry.kind == .credential ? entry.date("next_rotation") : nil
    daysLeft = day.map { today.days(until: $0) }
  }

  /// What is exposed stands first, then what has been due for longest.
  var order: [String] {
    [
      exposures.isEmpty ? "1" : "0", day?.description ?? "~", entry.name ?? "",
      entry.environment?.rawValue ?? "", entry.credentialType?.rawValue ?? "", entry.id ?? "",
    ]
  }
}

extension SealedEntry {
  /// What tells entries of a project apart.
  package struct Key: Hashable, Sendable {
    var kind: EntityKind
    var index: Int
  }

  package var key: Key { Key(kind: kind, index: index) }
}
