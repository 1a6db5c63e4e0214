package import Documents

/// Something that happened to a secret and that others want to hear of, as one file in `events/`.
///
/// It never holds a value, nor anything that is made of one.
package struct Event: Sendable {
  package enum Kind: String, Sendable {
    case rotationDue = "secret.rotation_due"
    case rotated = "secret.rotated"
    case exposed = "secret.exposed"
    case rotationFailed = "secret.rotation_failed"
  }

  package enum Severity: String, Sendable {
    case info, warning, error
  }

  /// What an event is about: an entity of the model or a member, and its name for people.
  package struct Subject: Sendable {
    package var kind: String
    package var name: String
    /// What tells it from others of its name.
    package var id: String
  }

  package let kind: Kind
  package let time: Timestamp
  package let environment: EnvironmentName
  package let subject: Subject
  package let severity: Severity
  /// One line for people.
  package let summary: String
  let details: [Node.Member]
  /// What tells the event from every other: two with the same key are one.
  package let dedupeKey: String

  /// - Parameter occasion: What makes the event another one than the last of its kind and subject,
  ///   such as the day.
  init(
    _ kind: Kind, at time: Timestamp, _ environment: EnvironmentName, about subject: Subject,
    on occasion: String, _ severity: Severity, _ summary: String, details: [Node.Member]
  ) {
    self.kind = kind
    self.time = time
    self.environment = environment
    self.subject = subject
    self.severity = severity
    self.summary = summary
    self.details = details
    dedupeKey = [kind.rawValue, environment.rawValue, subject.name, occasion, subject.id]
      .joined(separator: ":")
  }

  /// The event as it is written.
  ///
  /// - Parameter number: Its place among the events of its second.
  package func node(_ number: Int) -> Node {
    .object([
      "schema": "flyconf.event/1", "id": Node(.string(id(number))),
      "type": Node(.string(kind.rawValue)),
      "at": Node(.string(time.description)), "environment": Node(.string(environment.rawValue)),
      "subject": .object([
        "kind": Node(.string(subject.kind)), "name": Node(.string(subject.name)),
      ]),
      "severity": Node(.string(severity.rawValue)), "summary": Node(.string(summary)),
      "details": Node(.object(details)), "dedupe_key": Node(.string(dedupeKey)),
    ])
  }

  // MARK: Names

  private var hash: Hash256 { SHA256.hash(Array(dedupeKey.utf8)) }

  /// What the name of the event's file ends with: the same for all events with one key.
  var mark: String { "-\(hash.hex.prefix(16)).json" }

  /// The name of its file: in a listing, events stand in the order in which they were made.
  ///
  /// - Parameter number: Its place among the events of its second.
  func fileName(_ number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, Self.digits - digits.count))
    return "\(time.compactText)-\(zeros)\(digits)\(mark)"
  }

  /// How many digits the place has that an event has in its second.
  private static let digits = 6

  /// The second and the place in it that the name of an event's file says; nothing for a file of
  /// another name.
  static func place(inName name: String) -> (second: String, number: Int)? {
    let parts = name.split(separator: "-")
    guard parts.count == 3, parts[1].count >= digits, let number = Int(parts[1]) else { return nil }
    return (String(parts[0]), number)
  }

  /// A ULID (https://github.com/ulid/spec): the time in milliseconds, then 80 bits that begin with
  /// the place among the events of a second, so that ids sort as the events were made.
  private func id(_ number: Int) -> String {
    let place = (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    return ULID.text(
      milliseconds: UInt64(max(0, time.secondsSinceEpoch)) * 1000, place + hash.bytes.prefix(6))
  }
}
