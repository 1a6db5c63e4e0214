import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct ExportCommandTests {
  private let project: VaultProject

  init() throws {
    project = try VaultProject()
    #expect(project.setStripe("sk it's") == .fine)
    set("API_KEY", "k 1")
    set("PORT", "8080", "--plain", "--category", "system")
    let words = ["env", "set", "STRIPE_KEY", "--ref", "stripe", "--category", "api"]
    #expect(project.run(words + ["--description", "Charges"]) == .fine)
  }

  private func set(_ key: String, _ value: String, _ words: String...) {
    let options = words.isEmpty ? ["--category", "api"] : words
    #expect(
      project.run(["env", "set", key, "--description", "For tests"] + options, input: value)
        == .fine)
  }

  @Test func secretVariablesAreExportedAndPlainOnesWhenAsked() {
    defer { project.remove() }
    #expect(
      project.output("secrets export --for shell")
        == "export API_KEY='k 1'\nexport STRIPE_KEY='sk it'\\''s'\n")
    #expect(
      project.output("secrets export --for dotenv --plain")
        == "API_KEY='k 1'\nPORT=8080\nSTRIPE_KEY=\"sk it's\"\n")
    #expect(
      project.output("secrets export --for fly")
        == "API_KEY=\"k 1\"\nSTRIPE_KEY=\"sk it's\"\n")
    #expect(
      project.output("secrets export --for json")
        == "{\n  \"API_KEY\": \"k 1\",\n  \"STRIPE_KEY\": \"sk it's\"\n}\n")
  }

  @Test func theFormHasToBeSaid() {
    defer { project.remove() }
    #expect(project.run("secrets export") == .usage)
    #expect(project.test.errors.text.contains("--for is missing"))
    #expect(project.run("secrets export --for flyy") == .usage)
    #expect(project.test.errors.text.contains("'fly'"))
  }

  @Test func everyValueIsRecordedBeforeItIsReleased() throws {
    defer { project.remove() }
    let before = try lines()
    _ = project.output("secrets export --for json --plain")
    let records = try lines().dropFirst(before.count)
    #expect(records.count == 2)
    #expect(records.allSatisfy { $0.contains(#""action":"exported""#) })
    #expect(records.first?.contains(#""name":"API_KEY""#) == true)
    #expect(records.last?.contains(#""name":"stripe""#) == true)
  }

  private func lines() throws -> [String] {
    let reads = try project.files().filter { $0.key.hasPrefix("reads/") }.map(\.value)
    return reads.flatMap { $0.split(separator: "\n").map(String.init) }
  }

  @Test func nothingIsReleasedThatCannotBeRecorded() throws {
    defer { project.remove() }
    try project.test.write("x", to: "flyconf/reads")
    #expect(project.run("secrets export --for json") == .couldNotRun)
    #expect(project.test.output.text.hasSuffix("api/read_only\n"))
    #expect(project.test.errors.text.contains("nothing is released"))
  }

  @Test func whatAFormCannotHoldIsRefusedAtOnceAndNothingPrinted() throws {
    defer { project.remove() }
    set("CRLF", "a\r\nb\r\nc")
    set("QUOTES", "a\"\"\"\nb")
    let before = try (project.test.output.text, lines())
    #expect(project.run("secrets export --for fly") == .found)
    #expect(project.test.output.text == before.0)
    #expect(try lines() == before.1)
    let errors = project.test.errors.text
    #expect(errors.contains("error: 'CRLF' cannot be exported for fly: its line 1 ends with CR LF"))
    #expect(
      errors.contains("error: 'QUOTES' cannot be exported for fly: its line 1 ends with three"))
    // What is advised is of the environment that was asked for.
    #expect(errors.contains("`flyconf env get CRLF --env production --reveal | fly secrets set"))
  }

  @Test func adviceNamesTheEnvironmentOfTheValue() throws {
    defer { project.remove() }
    set("CERT", "prod-value")
    set("CERT", "stag\r\nvalue", "--category", "api", "--env", "staging")
    #expect(project.run("secrets export --for fly --env staging") == .found)
    let help = "help: `flyconf env get CERT --env staging --reveal | fly secrets set CERT=-`"
    #expect(project.test.errors.text.contains(help))
    #expect(project.output("env get CERT --env staging --reveal") == "stag\r\nvalue")
  }

  @Test func whatTheUserMayNotOpenIsNamedOrLeftOut() throws {
    defer { project.remove() }
    let bob = try project.join("bob", grants: ["read_only:variable/api:production"])
    let words = ["secrets", "export", "--for", "shell"] + bob
    #expect(project.run(words) == .noKey)
    #expect(
      project.test.errors.text.contains(
        "'bob' may not reveal 'STRIPE_KEY' (production), which is the credential 'stripe' "
          + "(production): no grant covers 'production/credential/payment/read_only'"))
    #expect(!project.test.output.text.contains("export"))
    #expect(project.run(words + ["--granted"]) == .fine)
    #expect(project.test.output.text.hasSuffix("export API_KEY='k 1'\n"))
    #expect(
      project.test.errors.text.hasSuffix(
        "note: 'STRIPE_KEY' is left out, for you may not open 'production/credential/payment/read_only'\n"
      ))
  }

  @Test func aFileOfSecretsIsForItsOwnerAlone() throws {
    defer { project.remove() }
    try project.test.write("old", to: ".env")
    #expect(project.run("secrets export --for dotenv --output .env") == .fine)
    #expect(try project.test.read(".env").hasPrefix("API_KEY='k 1'\n"))
    let path = project.test.folder.appending(path: ".env").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // A value that is shown goes to a file in the same way.
    #expect(project.run("secrets show stripe --reveal -o value") == .fine)
    let value = project.test.folder.appending(path: "value").path
    let shown = try FileManager.default.attributesOfItem(atPath: value)[.posixPermissions] as? Int
    #expect(shown == 0o600)
  }

  @Test func programsGetTheTextInAnObject() {
    defer { project.remove() }
    let output = project.output("secrets export --for shell --format json")
    #expect(output.contains(#""format": "flyconf.secrets-export/1""#))
    #expect(output.contains(#""text": "export API_KEY='k 1'\nexport STRIPE_KEY="#))
  }

  @Test func saysWhatHasNoValueAndWhatOthersFillIn() throws {
    defer { project.remove() }
    set("TEMPLATE", "${HOME}/x")
    #expect(project.run("secrets export --for dotenv") == .fine)
    #expect(project.test.errors.text.contains("fill in what '${…}' names: TEMPLATE"))
    #expect(project.run("secrets export --for shell --env staging") == .fine)
    #expect(
      project.test.errors.text.hasSuffix("note: there is no secret variable of staging to export\n")
    )
  }
}
