import CommandKit
import DeployModel
import Documents

/// Prints the JSON Schema of project files, or of fly.toml.
struct PrintSchema: Command {
  var entity: SchemaChoice?

  static let syntax = CommandSyntax(
    "schema", "Print the JSON Schema of a project file, or of fly.toml",
    discussion: "Draft 2020-12, for editors and for other programs. Without ENTITY, the schemas "
      + "of all project files are printed in one document, under $defs. That of fly.toml accepts "
      + "whatever flyctl accepts; `flyconf validate fly.toml` finds more.",
    examples: [
      Example("flyconf schema variables > variables.schema.json", "the schema of one file"),
      Example(
        "flyconf schema fly.toml > fly.schema.json", "for editors that check TOML as you type"),
    ],
    Self.init,
    .argument("ENTITY", "Whose file")
  )

  func run(in context: Context) throws -> ExitCode {
    let node =
      switch entity {
      case .projectFile(let file): file.jsonSchema
      case .flyToml: FlyTomlSchema.document
      case nil: Self.all
      }
    try context.console.out(JSONWriter.document(node))
    return .fine
  }

  private static var all: Node {
    let definitions = ProjectFile.all.map { Node.Member(key: $0.stem, value: $0.jsonSchema) }
    return .object([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$defs": Node(.object(definitions)),
    ])
  }
}
