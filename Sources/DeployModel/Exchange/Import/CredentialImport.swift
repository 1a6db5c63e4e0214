import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The values of a file as credentials: what is new is made, and what is there is corrected.
///
/// Source: data model, "Migration Paths", "Credential import".
package struct CredentialImport: Sendable {
  package var environment: EnvironmentName
  /// What is said of new credentials; their category follows from their names where it is not.
  package var category: ServiceCategory?
  package var type: CredentialType?
  /// What the values come from, for the texts of new credentials.
  package var origin: String

  package init(
    environment: EnvironmentName, category: ServiceCategory? = nil, type: CredentialType? = nil,
    origin: String
  ) {
    self.environment = environment
    self.category = category
    self.type = type
    self.origin = origin
  }

  /// Makes all values part of a change, or none.
  ///
  /// - Parameter makeID: Called for each value.
  /// - Throws: `ImportMistakes` for what the credentials cannot take, `ImportRefusals` for what the
  ///   author may not change, each with all there are.
  package func add(
    _ values: [ImportedValue], to draft: inout VaultDraft, makeID: () -> UUID
  ) throws -> [ImportedEntry] {
    let known = EntriesByName(
      draft.vault.verified.credentials.current.filter { type == nil || $0.credentialType == type },
      in: environment)
    var plan = ImportPlan()
    for value in values {
      do {
        _ = try self.plan(value, known, draft, makeID(), &plan)
      } catch {
        try plan.report(error, of: value)
      }
    }
    try plan.check(draft)
    try draft.put(plan.edits)
    return plan.entries
  }

  /// Plans one credential.
  ///
  /// - Returns: Its id.
  func plan(
    _ value: ImportedValue, _ known: EntriesByName, _ draft: VaultDraft, _ newID: UUID,
    _ plan: inout ImportPlan
  ) throws -> UUID {
    let entry = try known.entry(value, help: "say which is meant with --type")
    guard !value.value.isEmpty else {
      throw ImportMistake(
        line: value.line, "the value is empty, and a credential needs one",
        help: "fill it in, or take the line out")
    }
    guard let entry else {
      let category = category ?? KnownServices.category(of: value.key)
      let edit = try draft.newCredential(
        value.key, in: environment,
        CredentialFields(
          category: category ?? .hosting, type: type, purpose: "imported from \(origin)",
          usageContext: "imported from \(origin)"), value: value.value, id: newID)
      plan.add(edit, nil, .credential, value) { $0.isCategoryAssumed = category == nil }
      return newID
    }
    let id = (try? UUIDText.read(entry.id ?? "")) ?? newID
    if plan.refuses(entry, draft) { return id }
    let edit = try draft.changedCredential(
      entry, CredentialFields(), value: value.value, newID: newID)
    plan.add(edit, entry, .credential, value)
    return id
  }
}
