import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct VariableCommandTests {
  private let project: VaultProject

  init() throws { project = try VaultProject() }

  private func setKey(_ value: String = "hunter2-key", _ words: String...) -> ExitCode {
    project.run(
      ["env", "set", "API_KEY", "--category", "api", "--description", "For tests"] + words,
      input: value + "\n")
  }

  @Test func aSecretIsSealedAndRevealedOnlyWhenAsked() throws {
    defer { project.remove() }
    #expect(setKey() == .fine)
    #expect(
      project.test.output.text
        == "set 'API_KEY' (production) in production/variable/api/read_only\n")
    #expect(project.run("env get API_KEY") == .usage)
    #expect(project.test.errors.text.contains("'API_KEY' (production) is secret"))
    #expect(try !project.test.everything().contains("hunter2"))
    #expect(project.output("env get API_KEY --reveal") == "hunter2-key")
    try project.verify()
  }

  @Test func aPlainValueIsReadable() throws {
    defer { project.remove() }
    let words = [
      "env", "set", "PORT", "--plain", "--category", "system", "--description", "Port",
    ]
    #expect(project.run(words, input: "8080\n") == .fine)
    #expect(try project.test.read("flyconf/variables.json").contains(#""plain:8080""#))
    #expect(project.output("env get PORT") == "8080")
    #expect(project.run("env set PORT --plain", input: "8080") == .fine)
    #expect(project.test.output.text.hasSuffix("'PORT' (production) is unchanged\n"))
    // Without --plain it is sealed, whatever the file says.
    #expect(project.run("env set PORT", input: "8081") == .fine)
    #expect(project.test.errors.text.contains("note: it was plain until now; --plain keeps"))
    #expect(try !project.test.read("flyconf/variables.json").contains("8081"))
    #expect(project.output("env get PORT --reveal") == "8081")
  }

  @Test func whatIsSecretIsNotTakenAsPlain() throws {
    defer { project.remove() }
    #expect(setKey("k", "--plain") == .usage)
    #expect(project.test.errors.text.contains("has the category 'api', whose values are secret"))
    let words = [
      "env", "set", "PROXY", "--plain", "--category", "system", "--description", "Proxy", "--yes",
    ]
    #expect(project.run(words, input: "redis://:8rT-" + "vW4q@cache.internal:6379") == .usage)
    #expect(project.test.errors.text.contains("--plain would let everyone read it"))
    #expect(!project.test.errors.text.contains("8rT"))
  }

  @Test func aReferenceFollowsItsCredential() throws {
    defer { project.remove() }
    #expect(project.setStripe("sk-1") == .fine)
    #expect(
      project.run("env set STRIPE_KEY --ref stripe --category api --description Charges") == .fine)
    #expect(project.output("env get STRIPE_KEY --reveal") == "sk-1")
    #expect(project.run("secrets rotate stripe", input: "sk-2") == .fine)
    #expect(project.output("env get STRIPE_KEY --reveal") == "sk-2")
    #expect(project.output("env list").contains("ref:stripe"))
    #expect(project.run("env set STRIPE_KEY --ref stripe") == .fine)
    #expect(project.test.output.text.hasSuffix("is unchanged\n"))
  }

  @Test func aReferenceIsCheckedFirst() throws {
    defer { project.remove() }
    #expect(project.setStripe("sk-1") == .fine)
    #expect(project.setStripe("sk-2", "--type", "token") == .fine)
    let rest = "--category api --description Charges"
    #expect(project.run("env set STRIPE_KEY --ref strip \(rest)") == .usage)
    #expect(project.run("env set STRIPE_KEY --ref stripe \(rest)") == .usage)
    #expect(project.run("env set STRIPE_KEY --ref stripe --env staging \(rest)") == .usage)
    #expect(project.run("env set STRIPE_KEY --ref stripe --plain \(rest)") == .usage)
    #expect(project.run("env set STRIPE_KEY --ref stripe --generate hex:32 \(rest)") == .usage)
    #expect(project.run("env set STRIPE_KEY --type token \(rest)", input: "x") == .usage)
    #expect(project.run("env set STRIPE_KEY --ref stripe --type token \(rest)") == .fine)
    #expect(project.output("env get STRIPE_KEY --reveal") == "sk-2")
    let id = try #require(
      project.output("secrets show stripe --type api_key --format json")
        .firstMatch(of: /"id": "([^"]+)"/)
    ).1
    #expect(project.run("env set STRIPE_KEY --ref \(id.uppercased())") == .fine)
    #expect(project.output("env get STRIPE_KEY --reveal") == "sk-1")
    #expect(project.run("env set STRIPE_KEY --ref \(id) --env staging \(rest)") == .usage)
  }

  @Test func whoMayNotRevealACredentialCannotReferToIt() throws {
    defer { project.remove() }
    #expect(project.setStripe("sk-1") == .fine)
    let bob = try project.join("bob", grants: ["read_write:api:production"])
    let words = ["env", "set", "STRIPE_KEY", "--ref", "stripe", "--category", "api"]
    #expect(project.run(words + ["--description", "Charges"] + bob) == .noKey)
    #expect(project.test.errors.text.contains("may not refer to 'stripe' (production)"))
  }

  @Test func aNewVariableNeedsItsTexts() {
    defer { project.remove() }
    #expect(project.run("env set API_KEY", input: "k") == .usage)
    #expect(project.test.errors.text.contains("a new one needs --category, --description"))
    #expect(project.run("env set API_KEY --category api", answers: ["For tests", "k"]) == .fine)
    #expect(project.output("env get API_KEY --reveal") == "k")
  }

  @Test func keysAndValuesAreChecked() {
    defer { project.remove() }
    #expect(project.run("env set apiKey", input: "k") == .usage)
    #expect(project.test.errors.text.contains("write 'API_KEY'"))
    #expect(setKey("a\u{0}b") == .usage)
    #expect(project.test.errors.text.contains("the value has a NUL"))
    #expect(setKey("") == .usage)
  }

  @Test func requiredFollowsTheCategoryAndOptional() {
    defer { project.remove() }
    #expect(setKey("k", "--optional") == .fine)
    #expect(project.output("env list").contains(" no "))
    let flag = ["env", "set", "NEW_CART", "--plain", "--category", "feature_flag"]
    #expect(project.run(flag + ["--description", "Cart"], input: "on") == .fine)
    #expect(project.output("env get NEW_CART --format json").contains(#""required": false"#))
  }

  @Test func namesTheNearestKey() {
    defer { project.remove() }
    #expect(setKey() == .fine)
    #expect(project.run("env get API_KEYS") == .usage)
    #expect(project.test.errors.text.hasSuffix("help: did you mean 'API_KEY'?\n"))
    #expect(project.run("env get API_KEY --env staging --reveal") == .usage)
    #expect(project.test.errors.text.hasSuffix("help: there is 'API_KEY' (production)\n"))
  }

  @Test func removesAVariable() throws {
    defer { project.remove() }
    #expect(setKey() == .fine)
    let before = try project.files()
    #expect(project.run("env unset API_KEY --dry-run") == .fine)
    #expect(project.run("env unset API_KEY") == .usage)
    #expect(project.run("env unset API_KEY", answers: ["no"]) == .found)
    #expect(try project.files() == before)
    #expect(project.run("env unset API_KEY --yes --format json") == .fine)
    #expect(project.test.output.text.contains(#""format": "flyconf.env-unset/1""#))
    #expect(project.test.output.text.contains(#""result": "removed""#))
    #expect(project.run("env get API_KEY --reveal") == .usage)
    try project.verify()
  }

  @Test func aVariableOfATemplateIsRemovedAndSet() throws {
    defer { project.remove() }
    let entries = ["API_KEY", "OLD_KEY"].enumerated().map { index, key in
      """
      {"id": "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b1\(index)", "key": "\(key)",
        "encrypted_value": "unset", "environment": "production", "category": "api",
        "description": "For tests"}
      """
    }
    try project.test.write(
      #"{"variables": [\#(entries.joined(separator: ","))]}"#, to: "flyconf/variables.json")
    #expect(project.run("env get API_KEY --reveal") == .found)
    #expect(project.test.errors.text.contains("`flyconf env set API_KEY --env production`"))
    #expect(project.run("env set API_KEY", input: "k") == .fine)
    #expect(project.run("env unset OLD_KEY --yes") == .fine)
    #expect(project.output("env get API_KEY --reveal") == "k")
    #expect(project.output("env list").split(separator: "\n").count == 2)
    try project.verify()
  }

  @Test func whatStandsPlainButIsMarkedSecretIsNotPrinted() throws {
    defer { project.remove() }
    try project.test.write(
      """
      {"variables": [{"id": "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11", "key": "API_KEY",
        "encrypted_value": "plain:hunter2", "environment": "production", "category": "api",
        "description": "For tests"}]}
      """, to: "flyconf/variables.json")
    #expect(project.run("env get API_KEY") == .usage)
    #expect(project.run("env list") == .fine)
    #expect(!project.test.screen.text.contains("hunter2"))
  }
}
