import Documents

/// One run of the rules over a project: finds, places, suppresses and sorts.
struct Validation {
  private let snapshot: ProjectSnapshot
  private let now: Timestamp
  private let rules: [Rule]

  init(_ snapshot: ProjectSnapshot, _ now: Timestamp, _ rules: [Rule]) {
    self.snapshot = snapshot
    self.now = now
    self.rules = rules
  }

  func findings() -> [Finding] {
    var placed = placedByFile().mapValues(distinct)
    for (file, document) in snapshot.documents.documents {
      guard let list = document.suppressions, !list.entries.isEmpty else { continue }
      placed[file] = suppressed(placed[file] ?? [], by: list)
    }
    let inProject = placed.map { (name: $0.key.name, findings: locate($0.value, in: $0.key)) }
    return (inProject + foundInVaultFiles()).sorted { $0.name < $1.name }.flatMap(\.findings)
  }

  /// A finding whose place is still a span of bytes.
  private struct Placed {
    var rule: Rule
    var message: String
    var help: String?
    var span: Span
    var environment: EnvironmentName?
    var suppression: String?
    /// The field that is missing and can be filled in.
    var field: String?

    init(_ rule: Rule, _ message: String, _ help: String?, at span: Span) {
      self.rule = rule
      self.message = message
      self.help = help
      self.span = span
    }

    init(_ rule: Rule, _ diagnostic: Diagnostic) {
      self.init(rule, diagnostic.message, diagnostic.help, at: diagnostic.span)
      field = diagnostic.field
    }
  }

  private func placedByFile() -> [ProjectFile: [Placed]] {
    var placed = placedReading()
    for (rule, finding) in foundInEntries() {
      guard let found = place(finding, rule) else { continue }
      placed[found.file, default: []].append(found.placed)
    }
    for (rule, findings) in foundByRules() {
      for finding in findings {
        guard let found = place(finding, rule) else { continue }
        placed[found.file, default: []].append(found.placed)
      }
    }
    return placed
  }

  /// What the rules find, those over the entries of one list together.
  private func foundByRules() -> [(Rule, [RuleFinding])] {
    let entryChecks = rules.flatMap { rule in rule.check.entryChecks.map { (rule, $0) } }
    let lists = Dictionary(grouping: entryChecks) { $0.1.file }
    let inLists = lists.values.flatMap { checks in
      zip(checks.map(\.0), EntryCheck.run(checks.map(\.1), snapshot.project, now))
    }
    return inLists + rules.map { ($0, $0.check.run(snapshot.project, now)) }
  }

  /// What was found while the documents were read.
  private func placedReading() -> [ProjectFile: [Placed]] {
    var claims: [Diagnostic.Kind: [Rule]] = [:]
    for rule in rules {
      for kind in rule.check.readingKinds { claims[kind, default: []].append(rule) }
    }
    var placed: [ProjectFile: [Placed]] = [:]
    for file in snapshot.documents.documents.keys {
      for diagnostic in snapshot.documents.distinctDiagnostics(of: file) {
        placed[file, default: []] += (claims[diagnostic.kind] ?? []).map { Placed($0, diagnostic) }
      }
    }
    return placed
  }

  /// Where a finding stands; one about a file that is absent, at the opening of the deployment's.
  private func place(_ finding: RuleFinding, _ rule: Rule) -> (file: ProjectFile, placed: Placed)? {
    let isAbsent = snapshot.documents.documents[finding.file] == nil
    let file = isAbsent ? ProjectFile.deployment : finding.file
    guard let document = snapshot.documents.documents[file] else { return nil }
    guard let root = document.roots?[finding.environment ?? .production] else {
      // Only the vault has something to say about a file that cannot be read.
      return (file, Placed(rule, finding.message, finding.help, at: Span(0..<0)))
    }
    let span = isAbsent ? root.place : path(of: finding, in: root).span(in: root)
    var placed = Placed(rule, finding.message, finding.help, at: span)
    placed.environment = finding.environment
    return (file, placed)
  }

  private func path(of finding: RuleFinding, in root: Node) -> FieldPath {
    let entry = finding.index.map { finding.file.entryPath($0) } ?? FieldPath()
    let path = FieldPath(entry.steps + finding.field.steps)
    guard let other = finding.otherField, path.node(in: root) == nil else { return path }
    return FieldPath(entry.steps + other.steps)
  }

  // MARK: The vault

  private var foundInVault: [VaultFindings.Found] {
    let codes = Set(rules.map(\.code))
    return (snapshot.vault?.found ?? []).filter { codes.contains($0.rule.code) }
  }

  /// What the vault says of entries and of the lists that hold them.
  private func foundInEntries() -> [(Rule, RuleFinding)] {
    foundInVault.compactMap { found in
      switch found.place {
      case .entry(let kind, let index, let field):
        (found.rule, finding(found, in: kind.file, index, field))
      case .list(let kind): (found.rule, finding(found, in: kind.file, nil, nil))
      case .file: nil
      }
    }
  }

  private func finding(
    _ found: VaultFindings.Found, in file: ProjectFile, _ index: Int?, _ field: String?
  ) -> RuleFinding {
    RuleFinding(
      file: file, index: index, field: FieldPath(field.map { [.key($0)] } ?? []),
      message: found.message, help: found.help)
  }

  /// What is wrong with files that belong to the vault alone, of which no part is shown.
  private func foundInVaultFiles() -> [(name: String, findings: [Finding])] {
    guard let vault = snapshot.vault else { return [] }
    return foundInVault.compactMap { found in
      guard case .file(let name) = found.place else { return nil }
      let start = SourcePosition(line: 1, column: 1)
      let place = Finding.Place(file: vault.shownName(of: name), start: start, end: start)
      let finding = Finding(
        rule: found.rule, message: SecretMask.masked(message: found.message),
        help: found.help.map(SecretMask.masked(message:)), place: place)
      return (name, [finding])
    }
  }

  // MARK: Suppressions

  /// The findings with the reasons for which some are left out, and those about the reasons.
  private func suppressed(_ placed: [Placed], by list: SuppressionList) -> [Placed] {
    var use = SuppressionUse(list)
    let judged = placed.map { placed in
      var placed = placed
      placed.suppression = use.reason(for: placed.rule, at: placed.span)
      return placed
    }
    // What an unreadable value would have brought to light, nobody knows.
    guard snapshot.isSound else { return judged }
    let rule = rules.first { $0.check.readingKinds.contains(.unusedSuppression) }
    return judged + (rule.map { unused($0, &use) } ?? [])
  }

  /// The suppressions that nothing needs, as far as their rules have been run.
  private func unused(_ rule: Rule, _ use: inout SuppressionUse) -> [Placed] {
    let codes = Set(rules.map(\.code))
    let others = use.unused { $0.code != rule.code && codes.contains($0.code) }.map { diagnostic in
      var placed = Placed(rule, diagnostic)
      placed.suppression = use.reason(for: rule, at: diagnostic.span)
      return placed
    }
    // Suppressions of this very rule come last: what has just been found may need them.
    return others + use.unused { $0.code == rule.code }.map { Placed(rule, $0) }
  }

  // MARK: Places

  private func locate(_ placed: [Placed], in file: ProjectFile) -> [Finding] {
    guard let document = snapshot.documents.documents[file] else { return [] }
    let lines = LineIndex(document.source)
    let filling = FieldFilling(snapshot, file)
    return
      placed.sorted {
        ($0.span.start, $0.rule.code, $0.message) < ($1.span.start, $1.rule.code, $1.message)
      }
      .map { placed in
        let place = Finding.Place(
          file: document.source.name, start: lines.location(of: Int(placed.span.start)),
          end: lines.location(of: Int(placed.span.end)))
        let path = document.roots?.production.path(to: placed.span)
        let entry = path.flatMap { file.entryPath(around: $0) }
        return Finding(
          rule: placed.rule, message: SecretMask.masked(message: placed.message),
          help: placed.help.map(SecretMask.masked(message:)), place: place,
          subject: subject(entry, document, file), environment: placed.environment,
          pointer: path?.pointer, suppression: placed.suppression,
          fix: placed.field.flatMap { filling?.fix($0, of: entry) })
      }
  }

  /// What several environments share is one finding, made in the first of them; what all share
  /// belongs to none.
  private func distinct(_ placed: [Placed]) -> [Placed] {
    struct Identity: Hashable {
      var code: Rule.Code
      var span: Span
      var message: String
    }
    var indices: [Identity: Int] = [:]
    var distinct: [(placed: Placed, environments: Int)] = []
    for placed in placed {
      let identity = Identity(code: placed.rule.code, span: placed.span, message: placed.message)
      if let index = indices[identity] {
        distinct[index].environments += 1
      } else {
        indices[identity] = distinct.count
        distinct.append((placed, 1))
      }
    }
    return distinct.map { placed, environments in
      var placed = placed
      if environments == EnvironmentName.allCases.count { placed.environment = nil }
      return placed
    }
  }

  private func subject(
    _ entry: FieldPath?, _ document: ProjectDocuments.Document, _ file: ProjectFile
  ) -> Finding.Subject? {
    guard let entry, let node = document.roots.flatMap({ entry.node(in: $0.production) })
    else { return nil }
    return Finding.Subject(
      kind: file.entity, id: node["id"]?.text.flatMap { try? UUIDText.write(UUIDText.read($0)) })
  }
}
