import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct SecretCommandTests {
  private let project: VaultProject

  init() throws { project = try VaultProject() }

  // MARK: set

  @Test func setsACredentialAndRevealsIt() throws {
    defer { project.remove() }
    #expect(project.setStripe("sk-1\r") == .fine)
    #expect(
      project.test.output.text
        == "set 'stripe' (production) in production/credential/payment/read_only\n")
    #expect(
      project.test.errors.text
        == "next: flyconf env set KEY --ref stripe --category api --description TEXT\n")
    #expect(project.output("secrets show stripe --reveal") == "sk-1")
    #expect(try !project.test.read("flyconf/credentials.json").contains("sk-1"))
    try project.verify()
  }

  @Test func correctsAValueAndKeepsTheDates() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets set stripe", input: "sk-2", daysLater: 5) == .fine)
    #expect(project.output("secrets show stripe --reveal", daysLater: 5) == "sk-2")
    let fields = project.stripe(daysLater: 5)
    #expect(fields["created_date"] == "2026-11-23")
    #expect(fields["next_rotation"] == "2026-12-23")
    #expect(fields["changed"] == "2026-11-28")
  }

  @Test func theSameValueAgainWritesNothing() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    let before = try project.files()
    #expect(project.run("secrets set stripe", input: "hunter2-stripe") == .fine)
    #expect(project.test.output.text.hasSuffix("'stripe' (production) is unchanged\n"))
    #expect(try project.files() == before)
  }

  @Test func fieldsChangeWithoutTheValue() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets set stripe --same-value --priority low --type token") == .fine)
    let fields = project.stripe()
    #expect(fields["rotation_priority"] == "low")
    #expect(fields["credential_type"] == "token")
    #expect(project.output("secrets show stripe --reveal") == "hunter2-stripe")
    #expect(project.run("secrets set stripe --same-value --generate hex:32") == .usage)
    #expect(project.run("secrets set strip --same-value") == .usage)
    #expect(project.test.errors.text.contains("did you mean 'stripe'?"))
  }

  @Test func anotherTypeIsAnotherCredential() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.setStripe("token", "--type", "token") == .fine)
    #expect(project.output("secrets show stripe --type token --reveal") == "token")
    #expect(project.output("secrets show stripe --type api_key --reveal") == "hunter2-stripe")
    #expect(project.run("secrets show stripe") == .usage)
    #expect(project.test.errors.text.contains("as api_key, token\nhelp: say which with --type"))
  }

  @Test func aNewCredentialNeedsItsTexts() throws {
    defer { project.remove() }
    let before = try project.files()
    #expect(project.run("secrets set stripe --category payment", input: "sk-1") == .usage)
    #expect(project.test.errors.text.contains("a new one needs --purpose, --usage"))
    #expect(try project.files() == before)
  }

  @Test func aPersonIsAskedForWhatIsMissing() throws {
    defer { project.remove() }
    let code = project.run(
      "secrets set stripe --category payment", answers: ["Charges", "Worker", "sk-typed"])
    #expect(code == .fine)
    #expect(project.test.errors.text.hasPrefix("what it is for: where it is used: value of"))
    #expect(project.output("secrets show stripe --reveal") == "sk-typed")
    #expect(!project.test.screen.text.dropLast("sk-typed".count).contains("sk-typed"))
    #expect(project.run("secrets set stripe", answers: ["sk-2"]) == .fine)
    #expect(project.output("secrets show stripe --reveal") == "sk-2")
  }

  @Test func nobodyIsAskedWhereThatIsForbidden() {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets set stripe --no-input", answers: ["sk-2"]) == .usage)
    #expect(project.test.errors.text.contains("nobody can be asked for the value here"))
  }

  @Test func aValueOnTheCommandLineIsNotRepeated() throws {
    defer { project.remove() }
    for line in [
      "secrets set stripe sk-hunter2", "secrets set stripe=sk-hunter2",
      "secrets set stripe --value=sk-hunter2", "secrets set stripe --generate sk-hunter2",
      "secrets rotate stripe sk-hunter2", "env set API_KEY sk-hunter2",
      "env set API_KEY=sk-hunter2", "env set API_KEY --generate sk-hunter2",
    ] {
      #expect(project.run(line, input: "x") == .usage, "\(line)")
    }
    let token = ["sk_", "live_51NxT9pQ7vLrW2mK8dYcZ4aB6"].joined()
    for line in [
      "secrets set \(token)", "env set \(token)", "secrets set stripe --purpose \(token)",
      "env set API_KEY --ref \(token)", "env set API_KEY --description \(token)",
    ] {
      #expect(project.run(line, input: "x") == .usage, "\(line)")
    }
    #expect(!project.test.screen.text.contains("hunter2"))
    #expect(!project.test.screen.text.contains("51Nx"))
  }

  // MARK: Grants and integrity

  @Test func whoHasNoGrantIsToldWhichOne() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    let bob = try project.join("bob", grants: ["read_only:email:staging"])
    #expect(project.run(["secrets", "show", "stripe", "--reveal"] + bob) == .noKey)
    #expect(project.run(["secrets", "set", "stripe"] + bob, input: "sk-2") == .noKey)
    #expect(project.run(["secrets", "rotate", "stripe"] + bob, input: "sk-2") == .noKey)
    #expect(project.run(["secrets", "remove", "stripe", "--yes"] + bob) == .noKey)
    let errors = project.test.errors.text
    #expect(errors.contains("no grant covers 'production/credential/payment/read_only'"))
    #expect(errors.contains("ask an owner ('anna')"))
    #expect(project.output("secrets show stripe --reveal") == "hunter2-stripe")
  }

  @Test func withoutIdentityNothingIsSealedAndEverythingListed() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    try FileManager.default.removeItem(atPath: project.test.ordinaryIdentity)
    #expect(project.run("secrets set stripe", input: "sk-2") == .noKey)
    #expect(project.run("secrets list") == .fine)
    #expect(project.run("secrets show stripe") == .fine)
    #expect(!project.test.output.text.contains("you may"))
  }

  @Test func aVaultThatDoesNotVerifyIsNotUsed() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    let text = try project.test.read("flyconf/credentials.json")
    try project.test.write(
      text.replacingOccurrences(of: "2026-12-23", with: "2027-12-23"),
      to: "flyconf/credentials.json")
    for line in [
      "secrets list", "secrets show stripe --reveal", "secrets set stripe",
      "secrets rotate stripe", "secrets remove stripe --yes", "env list",
    ] {
      #expect(project.run(line, input: "sk-2") == .integrity, "\(line)")
    }
  }

  @Test func aLevelLoweredByHandIsNotTaken() throws {
    defer { project.remove() }
    try project.test.write(
      """
      {"credentials": [{"id": "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11", "service_name": "supabase",
        "service_category": "database", "environment": "production", "access_level": "read_only",
        "credential_type": "connection_string", "encrypted_value": "unset",
        "created_date": "2026-11-01", "next_rotation": "2026-12-01", "rotation_priority": "high",
        "purpose": "Data", "usage_context": "App"}]}
      """, to: "flyconf/credentials.json")
    #expect(project.run("secrets set supabase", input: "pg") == .usage)
    #expect(project.test.errors.text.contains("which is below 'admin'"))
    #expect(project.run("secrets show supabase --reveal") == .found)
    #expect(project.run("secrets rotate supabase", input: "pg") == .usage)
    #expect(project.run("secrets set supabase --access-level admin", input: "pg") == .fine)
    #expect(project.output("secrets show supabase --reveal") == "pg")
  }

  @Test func nothingSecretIsSaidOrWritten() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets rotate stripe", input: "hunter2-rotated") == .fine)
    #expect(project.run("secrets rotate stripe", input: "hunter2-rotated") == .usage)
    #expect(project.run("env set API_KEY --ref stripe", input: "hunter2-input") == .usage)
    for line in ["secrets list", "secrets show stripe", "secrets list --format json"] {
      #expect(project.run(line) == .fine)
    }
    #expect(try !project.test.everything().contains("hunter2"))
  }

  @Test func aDryRunWritesNothing() throws {
    defer { project.remove() }
    let empty = try project.files()
    #expect(project.setStripe("sk", "--dry-run") == .fine)
    #expect(try project.files() == empty)
    #expect(
      project.test.output.text
        == "would set 'stripe' (production) in production/credential/payment/read_only\n")
    #expect(project.setStripe() == .fine)
    let before = try project.files()
    #expect(project.run("secrets rotate stripe --dry-run", input: "sk-2") == .fine)
    #expect(project.run("secrets remove stripe -n") == .fine)
    #expect(project.test.output.text.contains("would rotate 'stripe' (production) in"))
    #expect(project.test.output.text.hasSuffix("would remove 'stripe' (production)\n"))
    #expect(try project.files() == before)
  }

  // MARK: list and show

  @Test func listsWhatIsThereAndWhatOneMayDo() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.setStripe("sk", "--env", "staging") == .fine)
    let bob = try project.join("bob", grants: ["read_only:*:*"])
    let table = project.output("secrets list")
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.count == 2)
    #expect(
      rows.last == [
        "stripe", "production", "payment", "read_only", "api_key", "sealed", "2026-11-23", "anna",
        "2026-12-23", "change",
      ])
    #expect(project.output("secrets list --all").split(separator: "\n").count == 3)
    project.run(["secrets", "list"] + bob)
    #expect(project.test.output.text.hasSuffix("reveal\n"))
    #expect(project.output("secrets list --env development") == "")
    let json = project.output("secrets list --format json")
    #expect(json.contains(#""format": "flyconf.secrets-list/1""#))
    #expect(json.contains(#""state": "sealed""#))
  }

  @Test func namesThatAreNotThereAreAnsweredWithTheNearest() {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets show strip") == .usage)
    #expect(project.test.errors.text.hasSuffix("help: did you mean 'stripe'?\n"))
    #expect(project.run("secrets show stripe --env staging") == .usage)
    #expect(
      project.test.errors.text.hasSuffix(
        "help: there is 'stripe' (production) of the type 'api_key'\n"))
  }

  @Test func programsAreToldWhatWasDone() throws {
    defer { project.remove() }
    #expect(project.setStripe("sk", "--format", "json") == .fine)
    let json = project.test.output.text
    for member in [
      #""format": "flyconf.secrets-set/1""#, #""result": "created""#, #""revision": 1"#,
      #""compartment": "production/credential/payment/read_only""#, #""change": ""#,
    ] {
      #expect(json.contains(member), "\(member)")
    }
    #expect(project.test.errors.text == "")
  }

  // MARK: remove

  @Test func removesACredentialWithItsHistory() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets rotate stripe", input: "sk-2") == .fine)
    #expect(project.run("secrets remove stripe") == .usage)
    #expect(project.run("secrets remove stripe", answers: ["n"]) == .found)
    #expect(project.run("secrets remove stripe", answers: ["y"]) == .fine)
    #expect(
      project.test.errors.text.contains(
        "remove 'stripe' (production) and 1 superseded value? [y/N] "))
    #expect(project.output("secrets list --format json").contains(#""credentials": []"#))
    try project.verify()
  }

  @Test func whatIsInUseIsNotRemoved() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(
      project.run("env set STRIPE_KEY --ref stripe --category api --description Charges") == .fine)
    #expect(project.run("secrets remove stripe --yes") == .couldNotRun)
    #expect(
      project.test.errors.text.contains(
        "'stripe' (production) is in use: 'STRIPE_KEY' (production) refers to it"))
    let id = try #require(
      project.output("secrets show stripe --format json").firstMatch(of: /"id": "([^"]+)"/)
    ).1
    #expect(project.run("env unset STRIPE_KEY --yes") == .fine)
    try project.test.write(
      #"{"app_name": "harbour", "credentials": ["\#(id)"]}"#, to: "flyconf/deployment.json")
    #expect(project.run("secrets remove stripe --yes") == .couldNotRun)
    #expect(project.test.errors.text.contains("is in use: deployment.json refers to it"))
  }

  // MARK: rotate

  @Test func rotatesAndKeepsTheOldValue() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets rotate stripe", input: "sk-2\n", daysLater: 10) == .fine)
    #expect(
      project.test.output.text.hasSuffix(
        "rotated 'stripe' (production) in production/credential/payment/read_only\n"))
    #expect(project.test.errors.text.contains("note: the next rotation is due on 2027-01-02\n"))
    #expect(project.output("secrets show stripe --reveal", daysLater: 10) == "sk-2")
    let fields = project.stripe(daysLater: 10)
    #expect(fields["last_rotated"] == "2026-12-03")
    #expect(fields["previous"] != nil)
    // The superseded record is history: it is not listed, nor found by its name.
    #expect(project.output("secrets list", daysLater: 10).split(separator: "\n").count == 2)
    try project.verify()
  }

  @Test func rotatingOnTheDayOfCreationLeavesNoDateOfRotation() {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.run("secrets rotate stripe --generate alnum:40") == .fine)
    let fields = project.stripe()
    #expect(fields["last_rotated"] == nil)
    #expect(fields["next_rotation"] == "2026-12-23")
  }

  @Test func saysThatGitKeepsWhatIsDestroyed() {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    for round in 1...3 { #expect(project.run("secrets rotate stripe", input: "\(round)") == .fine) }
    #expect(!project.test.errors.text.contains("no longer kept"))
    #expect(project.run("secrets rotate stripe", input: "4") == .fine)
    #expect(
      project.test.errors.text.contains(
        "note: 1 old value is no longer kept; the history of git still has what was sealed"))
  }

  @Test func aRotationNeedsAnotherValue() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    let before = try project.files()
    #expect(project.run("secrets rotate stripe", input: "hunter2-stripe\n") == .usage)
    #expect(project.run("secrets rotate unknown", answers: ["sk-2"]) == .usage)
    #expect(!project.test.errors.text.contains("new value of 'unknown'"))
    #expect(try project.files() == before)
  }
}
