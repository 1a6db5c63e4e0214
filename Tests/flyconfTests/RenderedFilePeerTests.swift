import Foundation
import Testing

/// What is rendered is read by other programs: a TOML reader and the published schema of fly.toml.
@Suite struct RenderedFilePeerTests {
  private static let script = """
    import json, sys, tomllib
    schema = json.load(open(sys.argv[1])) if sys.argv[1] else None
    for path in sys.argv[2:]:
        value = tomllib.load(open(path, "rb"))
        if schema:
            import jsonschema
            for error in jsonschema.Draft7Validator(schema).iter_errors(value):
                print(path, list(error.path), error.message)
    print("read", len(sys.argv) - 2)
    """

  @Test func otherProgramsReadTheRenderedExamples() throws {
    guard let python = Self.python(importing: "tomllib") else {
      print("skipped: no python3 with tomllib, so rendered files are not tried on another reader")
      return
    }
    let schema = Repository.folder.appending(path: "../shared/schemas/schemastore-fly.json").path
    let hasSchema =
      FileManager.default.fileExists(atPath: schema)
      && Self.python(importing: "jsonschema") == python
    if !hasSchema { print("skipped: no published schema or no jsonschema; only TOML is read") }
    let files = try Repository.files(in: "Examples", ending: ".toml")
    let paths = files.map { Repository.folder.appending(path: $0).path }
    let output = try Self.run(python, ["-c", Self.script, hasSchema ? schema : ""] + paths)
    #expect(output == "read \(files.count)\n")
    #expect(files.count == 4)
  }

  /// The interpreter that `Tests/run` prepares, else the system's.
  static func python(importing module: String) -> String? {
    let prepared = Repository.folder.appending(path: ".build-python/bin/python3").path
    return [prepared, "/usr/bin/env python3"].first { python in
      (try? run(python, ["-c", "import \(module); print('ok')"])) == "ok\n"
    }
  }

  static func run(_ command: String, _ arguments: [String]) throws -> String {
    let words = command.split(separator: " ").map(String.init)
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst()) + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
