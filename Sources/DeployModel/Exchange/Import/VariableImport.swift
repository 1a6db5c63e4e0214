import Documents

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The values of a file as environment variables: sealed, unless they are named as plain.
package struct VariableImport: Sendable {
  package var environment: EnvironmentName
  /// The category of new variables; `api` for what is sealed and `system` for what is plain,
  /// where nothing is said.
  package var category: VariableCategory?
  /// The keys whose values anyone may know.
  package var plain: Set<String>
  /// The keys whose values are to be credentials, which the variables refer to.
  package var credentials: Set<String>
  /// What the values come from, for the descriptions of new variables.
  package var origin: String

  package init(
    environment: EnvironmentName, category: VariableCategory? = nil, plain: Set<String> = [],
    credentials: Set<String> = [], origin: String
  ) {
    self.environment = environment
    self.category = category
    self.plain = plain
    self.credentials = credentials
    self.origin = origin
  }

  /// Makes all values part of a change, or none.
  ///
  /// - Parameter makeID: Called once or twice for each value.
  /// - Throws: `ImportMistakes` for what the variables cannot take, `ImportRefusals` for what the
  ///   author may not change, each with all there are.
  package func add(
    _ values: [ImportedValue], to draft: inout VaultDraft, makeID: () -> UUID
  ) throws -> [ImportedEntry] {
    try checkNames(among: values)
    let vault = draft.vault.verified
    let known = EntriesByName(vault.entries(.variable), in: environment)
    let knownServices = EntriesByName(vault.credentials.current, in: environment)
    var (variables, services) = (ImportPlan(), ImportPlan())
    for value in values {
      do {
        let key = try Self.key(of: value)
        var drafted = DraftedValue.secret(value.value)
        if credentials.contains(value.key) {
          drafted = .reference(
            try credential(of: value).plan(value, knownServices, draft, makeID(), &services))
        }
        try self.plan(value, key, drafted, known, draft, makeID(), &variables)
      } catch let mistake as ImportMistake {
        variables.report(mistake)
      }
    }
    try variables.check(draft)
    try services.check(draft)
    // Variables refer only to what is there.
    try draft.put(services.edits)
    try draft.put(variables.edits)
    return services.entries + variables.entries
  }

  private func checkNames(among values: [ImportedValue]) throws(MalformedValue) {
    let keys = Set(values.map(\.key))
    for (option, names) in [("--plain", plain), ("--credentials", credentials)] {
      guard let unknown = names.sorted().first(where: { !keys.contains($0) }) else { continue }
      let nearest = Spelling.nearest(to: unknown, in: keys.sorted())
      throw MalformedValue(
        "\(option) names \(Quoted(unknown)), which is not in the file",
        help: nearest.map { "did you mean \(Quoted($0))?" })
    }
    if let both = plain.intersection(credentials).sorted().first {
      throw MalformedValue(
        "\(Quoted(both)) is named by --plain and by --credentials",
        help: "a credential's value is never plain")
    }
  }

  private static func key(of value: ImportedValue) throws(ImportMistake) -> VariableKey {
    do throws(MalformedValue) {
      return try VariableKey(value.key)
    } catch {
      // What stands for a name may be a secret: it is not shown.
      throw ImportMistake(
        line: value.line, "the name is not one of upper-case letters, digits and underscores",
        help: "write it in upper case, beginning with a letter")
    }
  }

  private func credential(of value: ImportedValue) -> CredentialImport {
    CredentialImport(environment: environment, origin: origin)
  }

  // MARK: One variable

  private func plan(
    _ value: ImportedValue, _ key: VariableKey, _ drafted: DraftedValue, _ known: EntriesByName,
    _ draft: VaultDraft, _ newID: UUID, _ plan: inout ImportPlan
  ) throws {
    let entry = try known.entry(
      value, help: "take one away with `flyconf env unset \(key) --id ID`")
    let drafted = plain.contains(value.key) ? try Self.plainValue(value) : drafted
    guard let entry else {
      let edit = try new(value, key, drafted, draft, newID)
      return plan.add(edit, nil, .variable, value) { $0.isReference = drafted.isReference }
    }
    if plan.refuses(entry, draft) { return }
    if try isKept(value, entry, drafted, draft) {
      return plan.add(nil, entry, .variable, value)
    }
    let edit = try draft.changedVariable(entry, VariableFields(), value: drafted, newID: newID)
    plan.add(edit, entry, .variable, value) { imported in
      if case .plain = entry.value { imported.wasPlain = !drafted.isPlain }
      imported.isReference = drafted.isReference
    }
  }

  private func new(
    _ value: ImportedValue, _ key: VariableKey, _ drafted: DraftedValue, _ draft: VaultDraft,
    _ newID: UUID
  ) throws -> EntryEdit {
    let isDatabase =
      drafted.isReference && KnownServices.category(of: value.key) == .database
    let standard: VariableCategory =
      drafted.isPlain ? .system : isDatabase ? .database : .api
    return try draft.newVariable(
      key, in: environment,
      VariableFields(
        category: category ?? standard, description: "imported from \(origin)",
        // What a deployment needs is not empty.
        isOptional: value.value.isEmpty), value: drafted, id: newID)
  }

  private static func plainValue(_ value: ImportedValue) throws(ImportMistake) -> DraftedValue {
    guard let text = value.value.text() else {
      throw ImportMistake(line: value.line, "the value is not text in UTF-8")
    }
    if let shape = SecretShape.find(in: text) {
      throw ImportMistake(
        line: value.line,
        "the value looks like \(shape.kind), and --plain would let everyone "
          + "read it", help: "leave its name out of --plain")
    }
    return .plain(text)
  }

  /// Whether an entry stays as it is, because it has that value already in another form.
  ///
  /// What was plain with the same value has nothing to lose, and what follows a credential has
  /// its value.
  private func isKept(
    _ value: ImportedValue, _ entry: SealedEntry, _ drafted: DraftedValue, _ draft: VaultDraft
  ) throws -> Bool {
    switch (entry.value, drafted) {
    case (.plain(let text), .secret(let secret)) where entry.isOpen:
      return Secret(text) == secret
    case (.reference, .secret(let secret)):
      let source = try draft.vault.source(of: entry)
      if case .unset = source.value {
      } else if try draft.vault.reveal(source) == secret {
        return true
      }
      throw ImportMistake(
        line: value.line,
        "\(entry.shownName) takes its value from the credential \(source.shownName), which has "
          + "another one",
        help: "correct it there with `flyconf secrets set`, or take the line out")
    default: return false
    }
  }
}

extension DraftedValue {
  var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}
