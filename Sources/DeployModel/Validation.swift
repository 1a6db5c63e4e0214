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
    let placed = placedByFile()
    return placed.sorted { $0.key.name < $1.key.name }.flatMap { file, placed in
      locate(placed, in: file)
    }
  }

  /// A finding whose place is still a span of bytes.
  private struct Placed {
    var rule: Rule
    var message: String
    var help: String?
    var span: Span
    var environment: EnvironmentName?
  }

  private func placedByFile() -> [ProjectFile: [Placed]] {
    var placed: [ProjectFile: [Placed]] = [:]
    for rule in rules {
      for kind in rule.check.readingKinds { collect(kind, rule, into: &placed) }
      for finding in rule.check.run(snapshot.project, now) {
        guard let found = place(finding, rule) else { continue }
        placed[finding.file, default: []].append(found)
      }
    }
    return placed
  }

  private func collect(
    _ kind: Diagnostic.Kind, _ rule: Rule, into placed: inout [ProjectFile: [Placed]]
  ) {
    for file in snapshot.documents.documents.keys {
      for diagnostic in snapshot.documents.distinctDiagnostics(of: file)
      where diagnostic.kind == kind {
        placed[file, default: []].append(
          Placed(
            rule: rule, message: diagnostic.message, help: diagnostic.help, span: diagnostic.span))
      }
    }
  }

  private func place(_ finding: RuleFinding, _ rule: Rule) -> Placed? {
    guard let root = root(for: finding) else { return nil }
    let span = path(of: finding, in: root).span(in: root)
    return Placed(
      rule: rule, message: finding.message, help: finding.help, span: span,
      environment: finding.environment)
  }

  private func root(for finding: RuleFinding) -> Node? {
    snapshot.documents.documents[finding.file]?.roots?[finding.environment ?? .production]
  }

  private func path(of finding: RuleFinding, in root: Node) -> FieldPath {
    let entry = finding.index.map { finding.file.entryPath($0) } ?? FieldPath()
    let path = FieldPath(entry.steps + finding.field.steps)
    guard let other = finding.otherField, path.node(in: root) == nil else { return path }
    return FieldPath(entry.steps + other.steps)
  }

  // MARK: Places

  private func locate(_ placed: [Placed], in file: ProjectFile) -> [Finding] {
    guard let document = snapshot.documents.documents[file] else { return [] }
    let lines = LineIndex(document.source)
    let suppressions = SuppressionList(document.roots?.production, file)
    return distinct(placed)
      .sorted { ($0.span.start, $0.rule.code, $0.message) < ($1.span.start, $1.rule.code, $1.message) }
      .map { placed in
        let place = Finding.Place(
          file: document.source.name, start: lines.location(of: Int(placed.span.start)),
          end: lines.location(of: Int(placed.span.end)))
        let path = document.roots?.production.path(to: placed.span)
        let entry = path.flatMap { file.entryPath(around: $0) }
        return Finding(
          rule: placed.rule, message: placed.message, help: placed.help, place: place,
          subject: subject(entry, document, file), environment: placed.environment,
          pointer: path?.pointer,
          suppression: suppressions.reason(for: placed.rule, at: placed.span))
      }
  }

  /// What several environments share is one finding, made in the first of them.
  private func distinct(_ placed: [Placed]) -> [Placed] {
    struct Identity: Hashable {
      var code: Rule.Code
      var span: Span
      var message: String
    }
    var seen: Set<Identity> = []
    return placed.filter {
      seen.insert(Identity(code: $0.rule.code, span: $0.span, message: $0.message)).inserted
    }
  }

  private func subject(
    _ entry: FieldPath?, _ document: ProjectDocuments.Document, _ file: ProjectFile
  ) -> Finding.Subject? {
    guard let entry, let node = document.roots.flatMap({ entry.node(in: $0.production) })
    else { return nil }
    return Finding.Subject(kind: file.entity, id: node["id"]?.text)
  }
}
