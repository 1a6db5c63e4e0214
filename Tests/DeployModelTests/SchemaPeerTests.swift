import Documents
import Foundation
import Testing

@testable import DeployModel

/// Python's `jsonschema`, where it is installed.
enum JSONSchemaPeer {
  static let isThere = (try? run("import jsonschema", input: "").status) == 0

  static let script = """
    import json, sys
    from jsonschema import Draft202012Validator

    for line in sys.stdin:
      case = json.loads(line)
      Draft202012Validator.check_schema(case["schema"])
      validator = Draft202012Validator(case["schema"])
      print(json.dumps([error.message for error in validator.iter_errors(case["document"])]))
    """

  static func run(
    _ script: String, input: String
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (inputPipe, outputPipe) = (Pipe(), Pipe())
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Python answers each line at its end, and a pipe holds all of its answers.
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    let output = try outputPipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// The JSON Schemas of all entities beside another validator's reading of them.
@Suite(
  .enabled(if: JSONSchemaPeer.isThere, "python3 with the package jsonschema is not installed"))
struct SchemaPeerTests {
  private static func errors(_ file: ProjectFile, _ documents: [Node]) throws -> [String] {
    let schema = file.jsonSchema
    let input = documents.map { document in
      JSONWriter.line(.object(["schema": schema, "document": document])) + "\n"
    }
    let answer = try JSONSchemaPeer.run(JSONSchemaPeer.script, input: input.joined())
    try #require(answer.status == 0, "the schema of \(file.name) is not a schema")
    return answer.output.split(separator: "\n").map(String.init)
  }

  private static func documents(_ file: ProjectFile) throws -> [Node] {
    let text = try #require(SampleProject.files[file])
    let texts = file.layout == .lines ? text.split(separator: "\n").map(String.init) : [text]
    return try texts.map { text in
      var diagnostics: [Diagnostic] = []
      return try #require(JSONReader.read(SourceText(name: file.name, text), &diagnostics))
    }
  }

  @Test(arguments: ProjectFile.all.map { $0.name })
  func acceptsTheSampleProject(_ name: String) throws {
    let file = try #require(ProjectFile.all.first { $0.name == name })
    let documents = try Self.documents(file)
    #expect(!documents.isEmpty)
    #expect(try Self.errors(file, documents) == documents.map { _ in "[]" })
  }

  @Test(arguments: ProjectFile.all.map { $0.name })
  func refusesAMisspelledField(_ name: String) throws {
    let file = try #require(ProjectFile.all.first { $0.name == name })
    let document = try #require(try Self.documents(file).first)
    let entity = try #require(Self.entity(file, document))
    let documents = Self.misspelled(entity).map { Self.document(file, $0) }
    let errors = try Self.errors(file, documents)
    #expect(errors.count == entity.members.count)
    #expect(errors.allSatisfy { $0.contains("_misspelled' was unexpected") })
  }

  private static func entity(_ file: ProjectFile, _ document: Node) -> Node? {
    if case .list(let key) = file.layout { document[key]?.elements.first } else { document }
  }

  private static func document(_ file: ProjectFile, _ entity: Node) -> Node {
    guard case .list(let key) = file.layout else { return entity }
    return Node(.object([Node.Member(key: key, value: Node(.array([entity])))]))
  }

  /// The entity with each of its fields misspelled in turn.
  private static func misspelled(_ entity: Node) -> [Node] {
    entity.members.indices.map { index in
      var members = entity.members
      members[index].key += "_misspelled"
      return Node(.object(members))
    }
  }
}
