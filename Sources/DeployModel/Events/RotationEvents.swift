import Documents

extension Event {
  /// A credential has a new value.
  ///
  /// - Parameter revision: The revision of its record in the ledger.
  static func rotated(
    _ entry: SealedEntry, in environment: EnvironmentName, by author: MemberName,
    revision: UInt64, next: CalendarDate, at time: Timestamp
  ) -> Event {
    Event(
      .rotated, at: time, environment, about: Subject(entry), on: "\(revision)", .info,
      "\(entry.shownName) was rotated by \(author.text)",
      details: entry.identification + [
        .init("by", author.text),
        .init(key: "revision", value: Node(.number(Number(literal: "\(revision)")))),
        .init("next_rotation", next.description),
      ])
  }

  /// A value has to be another one; nothing where it is in no environment that is known.
  ///
  /// - Parameter now: The moment at which it was looked at.
  package static func due(_ value: DueValue, at now: Timestamp) -> Event? {
    guard let environment = value.entry.environment else { return nil }
    let losses = value.exposures.map { "\($0.member.text) \($0.since)" }.joined(separator: ", ")
    let names = value.exposures.map { Node(.string($0.member.text)) }
    return Event(
      .rotationDue, at: now, environment, about: Subject(value.entry),
      on: losses.isEmpty ? value.day?.description ?? "" : losses, value.severity,
      "\(value.entry.shownName) is \(value.state)",
      details: value.entry.identification
        + [
          value.day.map { Node.Member("due", $0.description) },
          value.daysLeft.map { .init(key: "days_left", value: Node(integerLiteral: $0)) },
          names.isEmpty ? nil : .init(key: "exposed_to", value: Node(.array(names))),
        ].compactMap(\.self))
  }

  /// A rotation that was begun and came to nothing: one event for each reason and day.
  ///
  /// - Parameter reason: Why, in words that hold no value.
  package static func failed(
    _ entry: SealedEntry, because reason: String, at time: Timestamp
  ) -> Event? {
    guard let environment = entry.environment else { return nil }
    let mark = SHA256.hash(Array(reason.utf8)).hex.prefix(8)
    return Event(
      .rotationFailed, at: time, environment, about: Subject(entry),
      on: "\(CalendarDate(time)) \(mark)", .error, "\(entry.shownName) could not be rotated",
      details: entry.identification + [.init("reason", reason)])
  }

  /// What members can have read who have lost rights: one event for each of them and each
  /// environment, for a removal exposes everything at once.
  static func exposed(_ exposures: [Exposure], at time: Timestamp) -> [Event] {
    let groups = Dictionary(grouping: exposures) { exposure in
      "\(exposure.member.text) \(exposure.entry.environment?.rawValue ?? "")"
    }
    return groups.sorted { $0.key < $1.key }.compactMap { _, exposures in
      guard let first = exposures.first, let environment = first.entry.environment
      else { return nil }
      let values = exposures.map { exposure in
        Node(
          .object(
            [.init("kind", exposure.entry.kind.rawValue)]
              + [exposure.entry.name.map { .init("name", $0) }].compactMap(\.self)
              + exposure.entry.identification))
      }
      return Event(
        .exposed, at: time, environment,
        about: Subject(kind: "Member", name: first.member.text, id: first.member.text),
        on: first.since.description, .warning,
        "'\(first.member)' can have read \(Counted(values.count, "value")) of \(environment)",
        details: [
          .init("cause", first.cause.rawValue), .init(key: "values", value: Node(.array(values))),
        ])
    }
  }
}

extension Event.Subject {
  fileprivate init(_ entry: SealedEntry) {
    self.init(kind: entry.kind.file.entity, name: entry.name ?? "", id: entry.id ?? "")
  }
}

extension SealedEntry {
  /// What tells the entry from others of its name.
  fileprivate var identification: [Node.Member] {
    [
      id.map { Node.Member("id", $0) },
      credentialType.map { .init("credential_type", $0.rawValue) },
    ].compactMap(\.self)
  }
}

extension DueValue {
  /// How urgent it is.
  fileprivate var severity: Event.Severity {
    guard isDue else { return .info }
    let priority: RotationPriority? = entry.word("rotation_priority")
    return !exposures.isEmpty || priority == .high ? .error : .warning
  }

  /// Why it is to be rotated, in words for people, such as `3 days late`.
  package var state: String {
    let names = exposures.map(\.member.text)
    var words = names.isEmpty ? [] : ["exposed to \(Spelling.list(names))"]
    switch daysLeft {
    case nil: break
    case 0?: words.append("due today")
    case 1?: words.append("due tomorrow")
    case let days? where days < 0: words.append("\(Counted(-days, "day")) late")
    case let days?: words.append("due in \(days) days")
    }
    return words.joined(separator: ", ")
  }
}
