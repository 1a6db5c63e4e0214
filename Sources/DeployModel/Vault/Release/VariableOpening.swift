import Documents

/// Opens variables for a member, who may be cleared for some of them only.
struct VariableOpening: Sendable {
  enum Outcome: Sendable {
    case opened(OpenedVariable)
    case withheld(WithheldVariable)
    case unset(SealedEntry)
  }

  private let vault: OpenVault
  /// By id: with thousands of references, a search for each would take too long.
  private let credentials: [String: SealedEntry]

  init(_ vault: OpenVault) {
    self.vault = vault
    let pairs = vault.verified.entries(.credential).map { ($0.id ?? "", $0) }
    credentials = Dictionary(pairs) { first, _ in first }
  }

  /// - Throws: `VaultRefusal` if there is something in the place of a value that is none.
  func open(_ entry: SealedEntry, as key: VariableKey) throws -> Outcome {
    switch entry.value {
    case .plain(let text):
      guard entry.isOpen else { throw Self.plainSecret(entry, key) }
      return .opened(OpenedVariable(key, Secret(text), from: nil))
    case .unset: return .unset(entry)
    case .sealed: return try open(entry, at: entry, as: key)
    case .reference(let id):
      guard let target = credentials[UUIDText.write(id)] else {
        throw VaultRefusal(
          "\(entry.shownName) refers to a credential that does not exist",
          help: "run `flyconf validate`", kind: .value)
      }
      if case .unset = target.value { return .unset(entry) }
      return try open(entry, at: target, as: key)
    case .destroyed, .unrecognized:
      throw VaultRefusal(
        "\(entry.shownName) has no value that could be opened", help: "run `flyconf validate`",
        kind: .value)
    }
  }

  private func open(
    _ entry: SealedEntry, at source: SealedEntry, as key: VariableKey
  ) throws -> Outcome {
    guard let compartment = source.compartment else {
      throw VaultRefusal(
        "\(source.shownName) lacks what its value is bound to", kind: .circumstances)
    }
    guard vault.member.mayReveal(compartment) else {
      return .withheld(
        WithheldVariable(
          key: key, compartment: compartment,
          refusal: .noGrant(
            vault.member, to: "reveal", Self.name(of: entry, at: source), in: compartment,
            vault.verified.manifest)))
    }
    do {
      return .opened(OpenedVariable(key, try vault.reveal(source), from: source))
    } catch var refusal as VaultRefusal where refusal.kind == .right {
      refusal.message =
        "\(Self.name(of: entry, at: source)) in '\(compartment)': \(refusal.message)"
      return .withheld(
        WithheldVariable(key: key, compartment: compartment, refusal: refusal))
    }
  }

  /// How a message calls an entry whose value is sealed in another one, or in itself.
  private static func name(of entry: SealedEntry, at source: SealedEntry) -> String {
    let isReference = source.kind != entry.kind
    return entry.shownName + (isReference ? ", which is the credential \(source.shownName)" : "")
  }

  /// Nobody has signed it, and what is marked as secret has been read by everyone.
  private static func plainSecret(_ entry: SealedEntry, _ key: VariableKey) -> VaultRefusal {
    VaultRefusal(
      "\(entry.shownName) is marked as secret, and its value stands in the file for everyone",
      help: "replace it at its service, then seal it with `flyconf env set \(key)`", kind: .value)
  }
}
