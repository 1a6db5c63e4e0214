import CommandKit
import DeployModel
import Documents

/// Prints the JSON Schema of project files.
struct PrintSchema: Command {
  var entity: ProjectFileChoice?

  static let syntax = CommandSyntax(
    "schema", "Print the JSON Schema of a project file",
    discussion: "Draft 2020-12, for editors and for other programs. Without ENTITY, all schemas "
      + "are printed in one document, under $defs.",
    examples: [
      Example("flyconf schema variables > variables.schema.json", "the schema of one file")
    ],
    Self.init,
    .argument("ENTITY", "Whose file")
  )

  func run(in context: Context) throws -> ExitCode {
    let node = entity.map { $0.file.jsonSchema } ?? Self.all
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
