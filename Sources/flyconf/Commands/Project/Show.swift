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
      throw Failure(.found, "the project has no \(file.name)", help: "`flyconf init` makes one")
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
    let rows = ProjectFile.all.map { file -> [String] in
      let values = snapshot.effectiveValues(of: file, in: environment)
      let count =
        snapshot.source(of: file) == nil
        ? "absent" : values.map { "\($0.count)" } ?? "unreadable"
      return [file.stem, count, file.entity, file.summary]
    }
    guard context.options.format.isMachine else {
      try context.console.out(TextTable(rows).text)
      return .fine
    }
    let files = ProjectFile.all.map { file -> Node in
      let values = snapshot.effectiveValues(of: file, in: environment)
      return .object([
        "entity": Node(.string(file.stem)), "file": Node(.string(file.name)),
        "count": values.map { Node(integerLiteral: $0.count) } ?? Node(.null),
      ])
    }
    try context.console.out(
      JSONWriter.document(
        .object(["format": "flyconf.show/1", "files": Node(.array(files))])))
    return .fine
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
