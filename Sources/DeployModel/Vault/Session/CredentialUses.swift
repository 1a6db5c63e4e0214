import Documents

/// What would lose its value if a credential were gone.
package struct CredentialUses: Sendable {
  /// The variables whose value is the credential's, as messages call them.
  package private(set) var variables: [String] = []
  /// Whether the deployment lists it, in whatever environment.
  package private(set) var isListedByDeployment = false

  package var isEmpty: Bool { variables.isEmpty && !isListedByDeployment }

  /// - Parameter ids: The ids of the credential and of the records it has superseded.
  package init(of ids: Set<String>, in vault: VerifiedVault) {
    for entry in vault.entries(.variable) {
      guard case .reference(let id) = entry.value, ids.contains(UUIDText.write(id))
      else { continue }
      variables.append(entry.shownName)
    }
    let roots = vault.files.snapshot.documents.documents[.deployment]?.roots
    isListedByDeployment = EnvironmentName.allCases.contains { environment in
      (roots?[environment]["credentials"]?.elements ?? []).contains { element in
        guard let id = element.text.flatMap({ try? UUIDText.read($0) }) else { return false }
        return ids.contains(UUIDText.write(id))
      }
    }
  }
}
