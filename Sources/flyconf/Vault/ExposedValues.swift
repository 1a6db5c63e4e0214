import DeployModel
import Documents

/// Values that someone can have read who should not know them any longer.
///
/// New keys keep them from what is sealed from now on; what they have read they know, until the
/// value itself is another one.
struct ExposedValues {
  private let name: String
  private let entries: [SealedEntry]

  /// What a member could open of the values in use; superseded ones are in use no longer.
  init(to member: Member?, in vault: VerifiedVault) {
    name = member?.name.text ?? ""
    entries = (vault.credentials.current + vault.entries(.variable)).filter { entry in
      guard case .sealed = entry.value, let compartment = entry.compartment else { return false }
      return member?.mayReveal(compartment) ?? false
    }
  }

  private init(name: String, _ entries: [SealedEntry]) {
    self.name = name
    self.entries = entries
  }

  /// Those among the values that a member cannot open.
  func not(openTo member: Member) -> ExposedValues {
    ExposedValues(
      name: name,
      entries.filter { entry in !(entry.compartment.map(member.mayReveal) ?? false) })
  }

  /// How many commands are shown.
  private static let limit = 8

  /// What is to be done now, one line each.
  var notes: [String] {
    guard !entries.isEmpty else { return [] }
    let left = entries.count - Self.limit
    return [
      "warning: '\(name)' can have read \(Counted(entries.count, "value")): each stays exposed "
        + "until it is rotated"
    ] + entries.prefix(Self.limit).map { "  \(command(for: $0))" }
      + (left > 0 ? ["  and \(left) more"] : [])
  }

  var node: Node {
    Node(
      .array(
        entries.map { entry in
          .object([
            "kind": Node(.string(entry.kind.rawValue)), "id": Node(.string(entry.id ?? "")),
            "name": Node(.string(entry.name ?? "")),
            "environment": Node(.string(entry.compartment?.environment.rawValue ?? "")),
          ])
        }))
  }

  private func command(for entry: SealedEntry) -> String {
    let name = ShellWord(entry.name ?? "")
    let environment = entry.compartment.map { " --env \($0.environment.rawValue)" } ?? ""
    let category = entry.compartment.map { " --category \($0.category)" } ?? ""
    return entry.kind == .credential
      ? "flyconf secrets rotate \(name)\(environment)\(type(of: entry))"
      : "flyconf env set \(name)\(environment)\(category)"
  }
  /// The option that tells a credential from another one of the same name.
  private func type(of entry: SealedEntry) -> String {
    let others = entries.filter {
      $0.kind == entry.kind && $0.name == entry.name && $0.environment == entry.environment
    }
    guard others.count > 1, let type = entry.credentialType else { return "" }
    return " --type \(type.rawValue)"
  }
}
