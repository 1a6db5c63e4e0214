import CommandKit
import DeployModel
import Documents

/// Prints what the project says for one environment.
struct Show: Command {
  var entity: ProjectFileChoice?
  var environment: EnvironmentName
  var hasOrigin: Bool

  static let syntax = CommandSyntax(
    "show", "Print the effective values of an environment",
    discussion: "Patches are applied and defaults filled in. Without ENTITY, the files of the "
      + "project are listed. Sealed values are never shown.",
    examples: [
      Example("flyconf show deployment --env staging", "what staging runs with"),
      Example("flyconf show deployment -e staging --origin", "and where each value comes from"),
    ],
    Self.init,
    .argument("ENTITY", "What to show"),
    .environment,
    .flag("--origin", summary: "Name the file and line of each value")
  )

  func run(in context: Context) throws -> ExitCode {
    let snapshot = try context.open()
    guard let file = entity?.file else { return try list(snapshot, context) }
    guard snapshot.source(of: file) != nil else {
      throw Failure(
        .found, "the project has no \(file.name)",
        help: "add it; `flyconf schema \(file.stem)` prints its fields")
    }
    guard let entities = snapshot.effectiveValues(of: file, in: environment) else {
      throw Failure(
        .found, "'\(file.name)' cannot be read", help: "run `flyconf validate` to see why")
    }
    let text =
      context.options.format.isMachine
      ? JSONWriter.document(node(entities, file)) : table(entities)
    try context.console.out(text)
    return .fine
  }

  // MARK: Tables

  private func table(_ entities: [EffectiveEntity]) -> String {
    entities.map { entity in
      let rows = entity.values.map { value in
        [value.key] + (hasOrigin ? [value.origin.text] : []) + [value.shown]
      }
      return TextTable(rows).text
    }.joined(separator: "\n")
  }

  private func list(_ snapshot: ProjectSnapshot, _ context: Context) throws -> ExitCode {
    let counts = ProjectFile.all.map { ($0, snapshot.entityCount(of: $0, in: environment)) }
    let text =
      context.options.format.isMachine
      ? JSONWriter.document(
        .object(["format": "flyconf.show/1", "files": Node(.array(counts.map(Self.node)))]))
      : TextTable(
        counts.map { file, count in
          let shown = count.map(String.init)
          let isAbsent = snapshot.source(of: file) == nil
          return [
            file.stem, shown ?? (isAbsent ? "absent" : "unreadable"), file.entity, file.summary,
          ]
        }
      ).text
    try context.console.out(text)
    return .fine
  }

  private static func node(_ file: ProjectFile, _ count: Int?) -> Node {
    .object([
      "entity": Node(.string(file.stem)), "file": Node(.string(file.name)),
      "count": count.map { Node(integerLiteral: $0) } ?? Node(.null),
    ])
  }

  // MARK: JSON

  private func node(_ entities: [EffectiveEntity], _ file: ProjectFile) -> Node {
    .object([
      "format": "flyconf.show/1",
      "entity": Node(.string(file.stem)),
      "environment": Node(.string(environment.rawValue)),
      "values": Node(.array(entities.map(node))),
    ])
  }

  private func node(_ entity: EffectiveEntity) -> Node {
    Node(
      .object(
        entity.values.map { value in
          let shown = value.shownNode
          let node: Node =
            hasOrigin
            ? .object(["value": shown, "origin": Node(.string(value.origin.text))]) : shown
          return Node.Member(key: value.key, value: node)
        }))
  }
}
