import DeployModel
import Foundation
import Testing

@testable import flyconf

/// Which exit code stands for what, and what is checked before anyone is asked.
@Suite struct RefusalTests {
  @Test func whatMakesNoSenseIsAUsageError() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    test.join("bob", "--grant", "read_only:*:*")
    #expect(test.run("identity", "new", "eve.identity") == .fine)
    let again = test.printed(["vault", "join", "bob", "--replace", "--identity", "eve.identity"])
    let rights = ["--owner", "--fingerprint", test.fingerprint("eve")]
    for words in [
      ["vault", "members", "add", "bob", again] + rights,
      ["vault", "members", "remove", "carol", "--yes"],
      ["vault", "members", "remove", "anna", "--yes"],
      ["vault", "members", "grant", "carol", "--owner"],
      ["vault", "join", "bob"], ["vault", "join", "carol", "--replace"],
      ["vault", "join", "carol"],
    ] {
      #expect(Flyconf.run(words, in: test.context()) == .usage, "\(words)")
    }
    #expect(try test.changes().count == 2)
  }

  @Test func aKeyThatIsMissingOrWrongHasACodeOfItsOwn() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1", level: "admin")
    test.join("bob", "--grant", "read_only:*:*")
    #expect(test.run("identity", "new", "eve.identity") == .fine)
    for name in ["bob", "eve", "nobody"] {
      let mine = ["--identity", "\(name).identity"]
      let words = ["secrets", "show", "stripe", "--reveal"] + mine
      #expect(Flyconf.run(words, in: test.context()) == .noKey)
    }
  }

  @Test func aClockThatStandsBeforeTheLastChangeKeepsFromWriting() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let words = ["vault", "settings", "--keep", "1"]
    #expect(Flyconf.run(words, in: test.context(daysLater: -1)) == .couldNotRun)
    #expect(test.errors.text.contains("which is before the last change of the vault"))
  }

  @Test func aReferenceToACredentialWithoutAValueIsNoLackOfAKey() throws {
    let project = try VaultProject()
    defer { project.remove() }
    let id = "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"
    try project.test.write(Self.credential(id), to: "flyconf/credentials.json")
    #expect(
      project.run("env set SUPABASE_URL --ref supabase --category api --description For-tests")
        == .fine)
    #expect(project.run("env get SUPABASE_URL --reveal") == .found)
    #expect(project.test.errors.text.contains("'supabase' (production) has no value yet"))
  }

  private static func credential(_ id: String) -> String {
    """
    {"credentials": [{"id": "\(id)", "service_name": "supabase",
      "service_category": "database", "environment": "production", "access_level": "admin",
      "credential_type": "connection_string", "encrypted_value": "unset",
      "created_date": "2026-11-01", "next_rotation": "2026-12-01", "rotation_priority": "high",
      "purpose": "Data", "usage_context": "App"}]}
    """
  }

  // MARK: Answers

  @Test func theAnswerNoHasOneCode() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    test.join("bob", "--grant", "read_only:*:*")
    let variable = ["env", "set", "API_KEY", "--category", "api", "--description", "For tests"]
    #expect(Flyconf.run(variable, in: test.context(input: "value")) == .fine)
    for words in [
      ["secrets", "remove", "stripe"], ["env", "unset", "API_KEY"],
      ["vault", "members", "remove", "bob"],
    ] {
      let before = test.errors.text.count
      let context = test.context(answers: TypedAnswers(["no"]))
      #expect(Flyconf.run(words, in: context) == .found, "\(words)")
      #expect(
        test.errors.text.dropFirst(before).hasSuffix(
          "error: nothing was changed: the answer was no\n"))
    }
  }

  @Test func aVaultIsNotAcceptedWhereTheAnswerIsNo() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    #expect(test.run("vault", "settings", "--keep", "1") == .fine)
    let name = try #require(
      try test.changes().first { try test.change($0).contains("\"after\":[\"") })
    try FileManager.default.removeItem(at: test.folder.appending(path: "flyconf/audit/\(name)"))
    #expect(test.run("vault", "accept", "--yes") == .integrity)
    #expect(test.run("vault", "accept", answers: ["n"]) == .found)
    #expect(test.errors.text.hasSuffix("error: nothing was changed: the answer was no\n"))
    #expect(test.run("vault", "verify") == .integrity)
  }

  @Test func nobodyIsAskedWhetherToDoWhatTheyMayNot() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    test.join("bob", "--grant", "admin:*:*")
    test.join("eve", "--grant", "read_only:*:*")
    func remove(_ name: String, as identity: String?) -> ExitCode {
      let mine = identity.map { ["--identity", "\($0).identity"] } ?? []
      let context = test.context(answers: TypedAnswers(["y"]))
      return Flyconf.run(["vault", "members", "remove", name] + mine, in: context)
    }
    #expect(remove("eve", as: "bob") == .noKey)
    #expect(remove("carol", as: nil) == .usage)
    #expect(remove("anna", as: nil) == .usage)
    #expect(!test.screen.text.contains("for good?"))
    #expect(remove("eve", as: nil) == .fine)
  }

  @Test func aPassphraseThatCanBeReadOnceIsEnoughToRemoveAMember() throws {
    let test = try TestContext()
    defer { test.remove() }
    let locked = try IdentitySample.locked()
    try test.write(locked.line, to: test.ordinaryIdentity, mode: 0o600)
    let read = TextBuffer()
    func run(_ words: [String]) -> ExitCode {
      var context = test.context()
      let before = read.text
      context.console.readDescriptor = { _, _ in
        guard read.text == before else { throw FileError("read", "3", "it is not open") }
        read.append("read")
        return Array(IdentitySample.passphrase.utf8)
      }
      return Flyconf.run(words + ["--passphrase-fd", "3"], in: context)
    }
    #expect(run(["init", "--app", "harbour", "--name", "anna"]) == .fine)
    let request = test.request("bob")
    let words = ["vault", "members", "add", "bob", request, "--grant", "read_only:*:*"]
    #expect(run(words + ["--fingerprint", test.fingerprint("bob")]) == .fine)
    #expect(run(["vault", "members", "remove", "bob", "--yes"]) == .fine, "\(test.errors.text)")
  }

  @Test func settingWhatIsThereAlreadyTakesTheRightToSetIt() throws {
    let project = try VaultProject()
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    let variable = ["env", "set", "API_KEY", "--category", "api", "--description", "Tests"]
    #expect(project.run(variable, input: "key") == .fine)
    let plain = ["env", "set", "CART", "--category", "feature_flag", "--description", "Tests"]
    #expect(project.run(plain + ["--plain"], input: "on") == .fine)
    let bob = try project.join("bob", grants: ["read_only:*:*"])
    #expect(project.run(["secrets", "set", "stripe"] + bob, input: "hunter2-stripe") == .noKey)
    #expect(project.run(["env", "set", "API_KEY"] + bob, input: "key") == .noKey)
    #expect(project.run(["env", "set", "CART", "--plain"] + bob, input: "on") == .noKey)
    #expect(project.run("secrets set stripe", input: "hunter2-stripe") == .fine)
  }

  // MARK: Places that nobody has signed

  @Test func whereAPlainVariableIsSealedIsNotForTheFileToSay() throws {
    let project = try VaultProject()
    defer { project.remove() }
    let words = ["env", "set", "CART", "--category", "feature_flag", "--description", "Tests"]
    #expect(project.run(words + ["--plain"], input: "on") == .fine)
    let path = "flyconf/variables.json"
    let text = try project.test.read(path)
    try project.test.write(
      text.replacing("\"feature_flag\"", with: "\"api\""), to: path)
    let before = try project.files()
    #expect(project.run("env set CART", input: "secret") == .usage)
    let errors = project.test.errors.text
    #expect(errors.contains("'production/variable/feature_flag/read_only'"))
    #expect(errors.contains("'production/variable/api/read_only'"))
    #expect(try project.files() == before)
    #expect(project.run("env set CART --category api", input: "secret") == .fine)
    try project.verify()
  }

  @Test func whoCanOpenAFirstValueIsSaid() throws {
    let project = try VaultProject()
    defer { project.remove() }
    _ = try project.join("bob", grants: ["admin:database:production"])
    try project.test.write(
      Self.credential("4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"), to: "flyconf/credentials.json")
    #expect(project.run("secrets set supabase", input: "pg") == .fine)
    let note =
      "note: its category and access level are those that stood in the file: 2 members can open "
      + "it: anna, bob\n"
    #expect(project.test.errors.text.contains(note))
    let template = ["id", "key", "environment", "category", "encrypted_value", "description"]
    let values = [
      "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b12", "PORT", "production", "database", "unset", "Tests",
    ]
    let fields = zip(template, values).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
    try project.test.write("{\"variables\": [{\(fields)}]}", to: "flyconf/variables.json")
    #expect(project.run("env set PORT --format json", input: "5432") == .fine)
    let json = project.test.output.text.filter { !$0.isWhitespace }
    #expect(json.contains("\"openers\":[\"anna\",\"bob\"]"))
    let before = project.test.errors.text.utf8.count
    #expect(project.run("secrets set supabase", input: "pg-2") == .fine)
    #expect(!project.test.errors.text.dropFirst(before).contains("can open it"))
  }

  // MARK: Two of one name

  @Test func anIDTellsTwoOfOneNameApart() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    try test.seal("stripe", "sk_2")
    let json = try test.object("secrets", "list")
    let ids = try #require(json["credentials"] as? [[String: String]]).compactMap { $0["id"] }
    #expect(ids.count == 2)
    #expect(test.run("secrets", "show", "stripe", "--reveal") == .usage)
    #expect(test.errors.text.contains("name one of them with --id: "))
    let values = ids.map { test.printed(["secrets", "show", "stripe", "--reveal", "--id", $0]) }
    #expect(Set(values) == ["sk_1", "sk_2"])
    #expect(test.run("secrets", "remove", "stripe", "--yes", "--id", ids[0].uppercased()) == .fine)
    // An id that is that of nothing removes nothing, though only one is left.
    #expect(test.run("secrets", "remove", "stripe", "--yes", "--id", ids[0]) == .usage)
    #expect(test.printed(["secrets", "show", "stripe", "--reveal"]) == values[1])
    #expect(test.run("env", "get", "API_KEY", "--id", ids[0]) == .usage)
  }
}

extension TestContext {
  fileprivate func change(_ name: String) throws -> String { try read("flyconf/audit/\(name)") }
}
