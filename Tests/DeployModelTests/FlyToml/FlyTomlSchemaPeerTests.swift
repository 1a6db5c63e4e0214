import Documents
import Foundation
import Testing

@testable import DeployModel

/// The schema of fly.toml as another validator reads it, beside what flyctl and the reader say.
@Suite(
  .enabled(
    if: JSONSchemaPeer.isThere,
    "skipped: no python3 with jsonschema, so the schema of fly.toml is not tried on it"))
struct FlyTomlSchemaPeerTests {
  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator

    lines = [json.loads(line) for line in sys.stdin]
    Draft202012Validator.check_schema(lines[0])
    validator = Draft202012Validator(lines[0])
    for document in lines[1:]:
      print(json.dumps([error.message for error in validator.iter_errors(document)]))
    """

  /// What the validator has against each document; `[]` where that is nothing.
  private static func errors(_ documents: [Node]) throws -> [String] {
    let lines = ([FlyTomlSchema.document] + documents).map { JSONWriter.line($0) + "\n" }
    let answer = try JSONSchemaPeer.run(script, input: lines.joined())
    try #require(answer.status == 0, "the schema of fly.toml is not a schema")
    return answer.output.split(separator: "\n").map(String.init)
  }

  /// What flyctl refuses a file for when it reads it.
  private static let refusals: [Diagnostic.Kind] = [.flyWrongType, .flyMalformedDuration]

  private static func isRefused(_ root: Node, _ more: Diagnostic.Kind? = nil) -> Bool {
    var reader = FlyReader()
    _ = reader.configuration(of: root)
    return reader.diagnostics.contains { refusals.contains($0.kind) || $0.kind == more }
  }

  private static func root(_ text: String) throws -> Node {
    var diagnostics: [Diagnostic] = []
    return try #require(TOMLReader.read(SourceText(name: "fly.toml", text), &diagnostics)).root
  }

  @Test func acceptsEveryRealFileThatFlyctlAccepts() throws {
    let files = FlyVerdict.all.filter(\.isValid)
    let documents = try files.map { try Self.root($0.text).asJSON }
    for (file, errors) in zip(files, try Self.errors(documents)) {
      #expect(errors == "[]", "\(file.name)")
    }
  }

  @Test func refusesTheRealFilesWhoseTypesFlyctlRefuses() throws {
    let roots = FlyVerdict.all.filter { !$0.isValid }.compactMap { try? Self.root($0.text) }
      .filter { Self.isRefused($0) }
    let errors = try Self.errors(roots.map(\.asJSON))
    #expect(!errors.contains("[]"))
  }

  /// Values of every kind at every key: the schema refuses what the reader refuses, and that only.
  @Test func agreesWithTheReaderAboutEveryValueOfEveryKey() throws {
    let cases = FlyTomlEntry.all.flatMap { entry in
      Self.values.map { (entry: entry, document: Self.document(entry, $0)) }
    }
    let errors = try Self.errors(cases.map(\.document))
    try #require(errors.count == cases.count)
    for ((entry, document), errors) in zip(cases, errors) {
      let refusal = entry.key.type.refusesOtherWords ? Diagnostic.Kind.flyUnknownWord : nil
      #expect(
        (errors != "[]") == Self.isRefused(document, refusal),
        "\(JSONWriter.line(document)) \(errors)")
    }
  }

  private static let values: [Node] = [
    "", "word", "8080", "-5", "10s", "1m30.5s", "0", "20,25", "20,", "1gb", "off", "true", 0, 8080,
    Node(.number(Number(literal: "0.5"))), true, false, [], ["a", "b"], [1], .object([:]),
    [.object([:])], .object(["name": "a"]), [.object(["name": "a"])], .object(["name": 1]),
    [.object(["name": "a", "value": "b"])], [.object(["name": 1, "value": "b"])],
    .object(["a": .object([:])]), [.object(["name": "a", "command": 1])],
  ]

  /// A document with nothing in it but a value under a key, in as few tables as may be.
  private static func document(_ entry: FlyTomlEntry, _ value: Node) -> Node {
    var node = Node(.object([Node.Member(key: entry.key.name, value: value)]))
    var path = entry.sectionPath
    while let around = FlyTomlEntry.all.first(where: { $0.section?.path == path }) {
      switch around.key.type {
      case .tables: node = [node]
      case .namedTables: node = Node(.object([Node.Member(key: "a", value: node)]))
      default: break
      }
      node = Node(.object([Node.Member(key: around.key.name, value: node)]))
      path = around.sectionPath
    }
    return node
  }

  @Test(arguments: [
    "HTTP_Service = { Internal_Port = 8080 }", "[surprise]\nkey = 1",
    "[mount]\nsource = \"data\"", "[[computes]]\nsize = \"shared-cpu-1x\"",
    "[build]\nbuild_target = \"last\"", "kill_signal = \"SIGWINCH\"",
    "[[services.ports]]\nport = 443\nhandlers = [\"new\"]",
  ])
  func acceptsWhatFlyctlPassesOnOrDrops(_ text: String) throws {
    #expect(try Self.errors([Self.root(text).asJSON]) == ["[]"])
  }

  @Test(arguments: [
    "[deploy]\nstrategy = \"recreate\"", "[[restart]]\npolicy = \"no\"",
    "[checks.alive]\ntype = \"script\"", "[build]\ncompression = \"xz\"",
    "[[compute]]\ncpus = \"two\"", "[mount]\nsource = 1",
  ])
  func refusesWordsThatFlyctlChecksAndWrongTypesUnderOldNames(_ text: String) throws {
    #expect(try Self.errors([Self.root(text).asJSON]) != ["[]"])
  }
}

extension Node {
  /// The value as other programs turn TOML into JSON: moments become texts.
  fileprivate var asJSON: Node {
    switch value {
    case .dateTime(let moment): Node(.string(moment.literal))
    case .array(let elements): Node(.array(elements.map(\.asJSON)))
    case .object(let members):
      Node(.object(members.map { Node.Member(key: $0.key, value: $0.value.asJSON) }))
    default: self
    }
  }
}
