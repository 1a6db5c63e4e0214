/// What verifying a project's vault without any key has found, to be reported by rules.
package struct VaultFindings: Sendable {
  /// One fault or notice, with the rule that reports it.
  struct Found: Sendable {
    var rule: Rule
    var message: String
    var help: String?
    var place: VaultFault.Place
  }

  private(set) var found: [Found]
  /// How files of the vault that something was found in are shown, by their names in the
  /// project's folder.
  private var shownNames: [String: String]
  /// How `vault.json` is shown, if it is there.
  package let manifestName: String?

  /// - Parameters:
  ///   - faults: What is reported, with what only this machine can tell; all that was found unless
  ///     given.
  ///   - shown: How a file of the project's folder is shown.
  package init(
    _ verification: VaultVerification, with faults: [VaultFault]? = nil,
    naming shown: (String) -> String
  ) {
    found =
      (faults ?? verification.faults).map {
        Found(rule: $0.kind.rule, message: $0.message, help: $0.help, place: $0.place)
      }
      + verification.notices.compactMap { notice in
        notice.kind.rule.map {
          Found(rule: $0, message: notice.message, help: notice.help, place: notice.place)
        }
      }
    var names: [String: String] = [:]
    for case .file(let name) in found.map(\.place) { names[name] = shown(name) }
    shownNames = names
    manifestName = verification.files.manifest.map { _ in shown(VaultManifest.fileName) }
  }

  /// Adds what was found besides about a file, by somebody who knows more than its bytes.
  ///
  /// - Parameter shown: How the file is shown.
  package mutating func add(
    _ rule: Rule, _ message: String, help: String?, at place: VaultFault.Place, named shown: String
  ) {
    found.append(Found(rule: rule, message: message, help: help, place: place))
    if case .file(let name) = place { shownNames[name] = shown }
  }

  /// Adds that a value in use is known to somebody who should not know it.
  package mutating func add(_ exposure: Exposure) {
    let entry = exposure.entry
    found.append(
      Found(
        rule: .valueExposed,
        message: "the value of \(entry.shownName) can have been read by '\(exposure.member)', "
          + "\(exposure.cause.clause) on \(CalendarDate(exposure.since))",
        help: entry.kind == .credential
          ? "replace it with `flyconf secrets rotate`" : "replace it with `flyconf env set`",
        place: .entry(entry.kind, index: entry.index, field: "encrypted_value")))
  }

  /// How a file of the vault is shown.
  func shownName(of file: String) -> String { shownNames[file] ?? file }
}

extension Exposure.Cause {
  /// What happened to the member.
  fileprivate var clause: String {
    switch self {
    case .removed: "who was removed"
    case .keysStolen: "whose keys were stolen"
    case .grantsNarrowed: "whose grants were narrowed"
    case .moved: "out of whose reach it was moved"
    }
  }
}
