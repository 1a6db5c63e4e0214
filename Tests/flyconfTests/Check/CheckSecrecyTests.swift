import DeployModel
import Foundation
import Testing

@testable import flyconf

/// That `flyconf check` prints no secret, whatever it finds and in whatever format.
@Suite(.serialized) struct CheckSecrecyTests {
  /// In two pieces, so that no scanner stops at this file.
  private static let value = "kX9pLm2vQ" + "w8zRt5yJ7"
  private static let key = "flyconf" + ":ignore"

  private func withRepository(_ body: (CheckedRepository) throws -> Void) throws {
    let repository = try CheckedRepository()
    defer { repository.remove() }
    try repository.project.set("dbp", Self.value, category: "database")
    try body(repository)
  }

  /// What a run prints in every format, by the format's name.
  private func outputs(
    of repository: CheckedRepository, _ words: String...
  ) throws -> [String: String] {
    try repository.git("add", "--all")
    return OutputFormat.all.reduce(into: [:]) { outputs, format in
      let (output, errors) = (repository.test.output.text.count, repository.test.errors.text.count)
      let context = repository.test.context(environment: repository.environment)
      _ = Flyconf.run(["check", "--format", format.name] + words, in: context)
      outputs[format.name] =
        String(repository.test.output.text.dropFirst(output))
        + repository.test.errors.text.dropFirst(errors)
    }
  }

  /// Puts a line in front of the file that was rendered, or in its table of variables.
  private func edit(_ repository: CheckedRepository, _ line: String, inVariables: Bool) throws {
    let text = try repository.test.read("fly.toml")
    let edited = inVariables ? text.replacing("[env]\n", with: "[env]\n\(line)\n") : ""
    let isEdited = !edited.isEmpty && edited != text
    let table = inVariables ? "\(text)\n[env]\n\(line)\n" : "\(line)\n\(text)"
    try repository.test.write(isEdited ? edited : table, to: "fly.toml")
  }

  @Test func aValueOfTheVaultInARenderedFileIsHidden() throws {
    try withRepository { repository in
      try edit(repository, "  GREETING = '\(Self.value)'", inVariables: true)
      for words in [[], ["--skip", "leaks"]] {
        let outputs =
          try words.isEmpty
          ? outputs(of: repository) : outputs(of: repository, "--skip", "leaks")
        for (format, output) in outputs {
          #expect(output.contains("FC834"), "\(format)")
          #expect(!output.contains(Self.value.dropFirst(5).prefix(6)), "\(format): \(output)")
        }
        let shown = "GREETING = 'kX9p\(String(repeating: "*", count: 14))'"
        #expect(outputs["human"]?.contains("-  \(shown)") == true)
        #expect(outputs["json"]?.contains(shown) == true)
      }
    }
  }

  @Test func aValueWithoutQuotesIsHiddenInABrokenFile() throws {
    try withRepository { repository in
      try edit(repository, "x = \(Self.value)", inVariables: false)
      for (format, output) in try outputs(of: repository) {
        #expect(output.contains("FC901"), "\(format)")
        #expect(!output.contains(Self.value.dropFirst(5).prefix(6)), "\(format): \(output)")
      }
    }
  }

  @Test(arguments: [
    ("deployment.json", "region_primary", "FC104"), ("credentials.json", "purpose", "FC8"),
  ])
  func aValueOfTheVaultInTheProjectIsHidden(file: String, field: String, code: String) throws {
    try withRepository { repository in
      let path = "flyconf/\(file)"
      let text = try repository.test.read(path)
      let edited = try text.replacing(Regex("\"\(field)\": \"[^\"]*\"")) { _ in
        "\"\(field)\": \"\(Self.value)\""
      }
      #expect(edited != text)
      try repository.test.write(edited, to: path)
      for (format, output) in try outputs(of: repository) {
        #expect(output.contains(code), "\(format)")
        #expect(!output.contains(Self.value.dropFirst(5).prefix(6)), "\(format): \(output)")
      }
    }
  }

  @Test func theReasonOfASuppressionHidesWhatItQuotes() throws {
    try withRepository { repository in
      let token = CheckedRepository.token
      try repository.test.write(
        "k = '\(token)' # \(Self.key) FC830 was \(Self.value) then \(token)\n"
          + "# \(Self.key) \(Self.value) y\n", to: "a.py")
      for (format, output) in try outputs(of: repository) {
        #expect(output.contains("FC012"), "\(format)")
        #expect(!output.contains(Self.value.dropFirst(5).prefix(6)), "\(format): \(output)")
        #expect(!output.contains(token.dropFirst(5)), "\(format): \(output)")
      }
      #expect(try outputs(of: repository)["json"]?.contains("was kX9p… then sk_l…") == true)
    }
  }

  @Test func validateHidesATokenInAReason() throws {
    let test = try TestContext()
    defer { test.remove() }
    let token = CheckedRepository.token
    try test.write("app = 'a'\nodd = 1 # \(Self.key) FC903 was \(token)\n", to: "fly.toml")
    test.run("validate", "fly.toml", "--format", "json")
    #expect(test.output.text.contains("was sk_l…"))
    #expect(!test.output.text.contains(token))
  }
}
