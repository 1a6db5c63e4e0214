/// The variables of an environment as they are for one member: opened where they may open them.
///
/// Opening is not releasing: before a value leaves the program, a record is stored of each of
/// `sources`.
package struct OpenedVariables: Sendable {
  package let environment: EnvironmentName
  /// Those with a value, in the order of their keys.
  package private(set) var variables: [OpenedVariable] = []
  /// Why others are not opened: each names the variable and the compartment.
  package private(set) var withheld: [WithheldVariable] = []
  /// Those that have no value yet.
  package private(set) var unset: [SealedEntry] = []

  /// Those that a deployment needs and that have no value yet.
  package var missing: [SealedEntry] { unset.filter(\.isRequired) }

  /// What was opened, each once: credentials behind references, and variables.
  package var sources: [SealedEntry] {
    var seen: Set<EntityKey> = []
    return variables.compactMap(\.source).filter { source in
      seen.insert(EntityKey(type: RecordType(source.kind), id: source.id ?? "")).inserted
    }
  }

  /// - Throws: `VaultRefusal` for a variable without a proper value or key; `IntegrityError` if
  ///   what is sealed does not open.
  package init(_ selection: VariableSelection, of vault: OpenVault) throws {
    environment = selection.environment
    let opening = VariableOpening(vault)
    let parts = ParallelWork.map(try selection.entries(in: vault.verified)) { entries in
      Result { try entries.map { try opening.open($0.1, as: $0.0) } }
    }
    for part in parts {
      for outcome in try part.get() {
        switch outcome {
        case .opened(let variable): variables.append(variable)
        case .withheld(let variable): withheld.append(variable)
        case .unset(let entry): unset.append(entry)
        }
      }
    }
  }
}

/// A variable that a member may not open.
package struct WithheldVariable: Sendable {
  package let key: VariableKey
  package let compartment: Compartment
  /// Names the variable and the compartment, and who could grant it.
  package let refusal: VaultRefusal
}
