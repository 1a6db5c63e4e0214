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
  /// - Parameter makeID: Called once for each value, and twice for what is to be a credential.
  /// - Throws: `ImportMistakes` for what the variables cannot take, `ImportRefusals` for what the
  ///   author may not change, each with all there are.
  package func add(
    _ values: [ImportedValue], to draft: inout VaultDraft,
    makeID: @escaping @Sendable () -> UUID
  ) throws -> [ImportedEntry] {
    try checkNames(among: values)
    let planning = Planning(draft, environment, origin: origin, makeID)
    let parts = ParallelWork.map(values) { values in Result { try plan(values, planning) } }
    var plans = Plans()
    for part in parts { plans.append(try part.get()) }
    try plans.variables.check(draft)
    try plans.credentials.check(draft)
    // Variables refer only to what is there.
    try draft.put(plans.credentials.edits)
    try draft.put(plans.variables.edits)
    return plans.credentials.entries + plans.variables.entries
  }

  /// What all values are planned by.
  private struct Planning: Sendable {
    let draft: VaultDraft
    let variables: EntriesByName
    let credentials: EntriesByName
    let description: String
    let makeID: @Sendable () -> UUID

    init(
      _ draft: VaultDraft, _ environment: EnvironmentName, origin: String,
      _ makeID: @escaping @Sendable () -> UUID
    ) {
      self.draft = draft
      self.makeID = makeID
      let vault = draft.vault.verified
      variables = EntriesByName(vault.entries(.variable), in: environment)
      credentials = EntriesByName(vault.credentials.current, in: environment)
      description = "imported from \(origin)"
    }
  }

  private struct Plans: Sendable {
    var credentials = ImportPlan()
    var variables = ImportPlan()

    mutating func append(_ other: Plans) {
      credentials.append(other.credentials)
      variables.append(other.variables)
    }
  }

  private func plan(_ values: ArraySlice<ImportedValue>, _ planning: Planning) throws -> Plans {
    var plans = Plans()
    for value in values {
      do {
        try plan(value, planning, &plans)
      } catch {
        try plans.variables.report(error, of: value)
      }
    }
    return plans
  }

  private func plan(_ value: ImportedValue, _ planning: Planning, _ plans: inout Plans) throws {
    let key = try Self.key(of: value)
    var drafted = DraftedValue.secret(value.value)
    if credentials.contains(value.key) {
      let credential = CredentialImport(environment: environment, origin: origin)
      drafted = .reference(
        try credential.plan(
          value, planning.credentials, planning.draft, planning.makeID(), &plans.credentials))
    }
    try plan(value, key, drafted, planning, &plans.variables)
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

  // MARK: One variable

  private func plan(
    _ value: ImportedValue, _ key: VariableKey, _ drafted: DraftedValue, _ planning: Planning,
    _ plan: inout ImportPlan
  ) throws {
    let draft = planning.draft
    let newID = planning.makeID()
    let entry = try planning.variables.entry(
      value, help: "take one away with `flyconf env unset \(key) --id ID`")
    let drafted = plain.contains(value.key) ? try Self.plainValue(value) : drafted
    guard let entry else {
      let edit = try draft.newVariable(
        key, in: environment, fields(value, drafted, planning), value: drafted, id: newID)
      return plan.add(edit, nil, .variable, value) { $0.isReference = drafted.isReference }
    }
    if plan.refuses(entry, draft) { return }
    if drafted.isPlain { try checkMayBePlain(value, entry, key) }
    if try isKept(value, entry, drafted, draft) {
      return plan.add(nil, entry, .variable, value)
    }
    let edit = try draft.changedVariable(entry, VariableFields(), value: drafted, newID: newID)
    plan.add(edit, entry, .variable, value) { imported in
      if case .plain = entry.value { imported.wasPlain = !drafted.isPlain }
      imported.isReference = drafted.isReference
    }
  }

  private func fields(
    _ value: ImportedValue, _ drafted: DraftedValue, _ planning: Planning
  ) -> VariableFields {
    let isDatabase =
      drafted.isReference && KnownServices.category(of: value.key) == .database
    let standard: VariableCategory =
      drafted.isPlain ? .system : isDatabase ? .database : .api
    return VariableFields(
      category: category ?? standard, description: planning.description,
      // What a deployment needs is not empty.
      isOptional: value.value.isEmpty)
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

  /// Refuses to make a variable plain whose category is for secrets: an import changes no category.
  private func checkMayBePlain(
    _ value: ImportedValue, _ entry: SealedEntry, _ key: VariableKey
  ) throws(ImportMistake) {
    guard let category = entry.node["category"]?.text.flatMap(VariableCategory.init(rawValue:)),
      VariablePolicy(for: category).isSecret
    else { return }
    throw ImportMistake(
      line: value.line,
      "\(entry.shownName) is there already with the category '\(category.rawValue)', whose values "
        + "are secret",
      help: "leave its name out of --plain, or change its category first with "
        + "`flyconf env set \(key) --env \(environment) --plain --category system`")
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
