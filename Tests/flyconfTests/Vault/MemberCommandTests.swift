import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct MemberCommandTests {
  @Test func whoIsLetInOpensExactlyWhatTheyAreClearedFor() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    try test.seal("paypal", "pp_1", level: "admin")
    test.join("bob", "--grant", "read_only:payment:production")
    #expect(test.output.text.contains("can open     production/credential/payment/read_only\n"))
    #expect(try test.reveal("stripe", as: "bob") == "sk_1")
    #expect(throws: VaultRefusal.self) { try test.reveal("paypal", as: "bob") }
    #expect(test.run("vault", "verify") == .fine)
  }

  @Test func aPersonTypesTheFingerprintThatWasReadToThem() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let request = test.request("bob")
    let fingerprint = test.fingerprint("bob")
    let words = ["vault", "members", "add", "bob", request, "--grant", "read_only:*:*"]
    func add(_ answers: [String]?) -> ExitCode {
      let context = test.context(answers: answers.map { TypedAnswers($0) })
      return Flyconf.run(words, in: context)
    }
    #expect(add(nil) == .usage)
    #expect(test.errors.text.contains("--fingerprint F"))
    #expect(add(["aaaa-bbbb-cccc-dddd-eeee"]) == .noKey)
    #expect(add([""]) == .noKey)
    #expect(try test.changes().count == 1)
    #expect(add([fingerprint.uppercased().replacing("-", with: " ")]) == .fine)
    #expect(test.screen.text.contains("fingerprint of the request: \(fingerprint)\n"))
  }

  @Test func takesTheRequestFromAFileOrFromStandardInput() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.write("\n  \(test.request("bob"))\n", to: "request.txt")
    let request = try test.read("request.txt")
    let grant = ["--grant", "read_only:*:*", "--fingerprint", test.fingerprint("bob")]
    let fromFile = ["vault", "members", "add", "bob", "request.txt"] + grant
    #expect(Flyconf.run(fromFile, in: test.context()) == .fine)
    let carol = test.request("carol")
    let words = ["vault", "members", "add", "carol", "-", "--owner", "--fingerprint"]
    #expect(
      Flyconf.run(words + [test.fingerprint("carol")], in: test.context(input: carol)) == .fine)
    #expect(test.run("vault", "members", "add", "dan", "absent.txt", "--owner") == .usage)
    #expect(test.errors.text.contains("neither a request to join nor a file"))
    #expect(
      test.run("vault", "members", "add", "dan", "-", "--owner", input: "sk_live_x") == .usage)
    #expect(!test.errors.text.contains("sk_live_x"))
    #expect(!test.errors.text.contains(request))
  }

  @Test func refusesARequestForAnotherNameOrAnotherVault() throws {
    let test = try TestContext()
    let other = try TestContext()
    defer {
      test.remove()
      other.remove()
    }
    test.foundVault()
    other.foundVault()
    let request = other.request("bob")
    let fingerprint = other.fingerprint("bob")
    let words = ["--owner", "--fingerprint", fingerprint]
    #expect(
      Flyconf.run(["vault", "members", "add", "eve", request] + words, in: test.context())
        == .usage)
    #expect(test.errors.text.contains("the request is that of 'bob', not of 'eve'"))
    #expect(
      Flyconf.run(["vault", "members", "add", "bob", request] + words, in: test.context())
        == .usage)
    #expect(test.errors.text.contains("is for another vault"))
    #expect(try test.changes().count == 1)
  }

  @Test func refusesRightsThatContradictOneAnother() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    let request = test.request("ci")
    for words in [
      [], ["--service", "--owner"], ["--service"], ["--grant", "root:*:*"], ["--grant", "admin"],
    ] {
      let all = ["vault", "members", "add", "ci", request] + words
      #expect(Flyconf.run(all, in: test.context(answers: TypedAnswers([]))) == .usage)
    }
    #expect(try test.changes().count == 1)
    test.join("ci", "--service", "--grant", "admin:*:production")
    #expect(test.output.text.contains("role         service\n"))
  }

  @Test func onlyOwnersManageMembers() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    test.join("bob", "--grant", "admin:*:*")
    let request = test.request("eve")
    let mine = ["--identity", "bob.identity", "--yes"]
    for words in [
      ["add", "eve", request, "--owner", "--fingerprint", test.fingerprint("eve")],
      ["grant", "bob", "--owner"], ["remove", "anna"],
    ] {
      #expect(Flyconf.run(["vault", "members"] + words + mine, in: test.context()) == .noKey)
    }
    #expect(test.run("vault", "rotate-keys", "--identity", "bob.identity") == .noKey)
    #expect(test.errors.text.contains("'bob' is no owner"))
    #expect(try test.changes().count == 2)
  }

  @Test func otherGrantsTakeThePlaceOfThoseBefore() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    test.join("bob", "--grant", "read_only:*:production")
    let changed = try test.object(
      "vault", "members", "grant", "bob", "--grant", "read_only:email:*")
    #expect(changed["format"] as? String == "flyconf.vault-members-grant/1")
    #expect(changed["new_keys"] as? Int == 1)
    #expect(changed["sealed_anew"] as? Int == 1)
    #expect((changed["exposed"] as? [[String: String]])?.map { $0["name"] } == ["stripe"])
    #expect(throws: VaultRefusal.self) { try test.reveal("stripe", as: "bob") }
    #expect(test.run("vault", "members", "grant", "bob", "--owner") == .fine)
    #expect(try test.reveal("stripe", as: "bob") == "sk_1")
    let list = try test.object("vault", "members", "list")
    let bob = try #require((list["members"] as? [[String: Any]])?.last)
    #expect(bob["role"] as? String == "owner")
    #expect(bob["grants"] as? [String] == ["read_only:email:*"])
    #expect(test.run("vault", "members", "grant", "bob", "--owner") == .fine)
    #expect(test.output.text.contains("'bob' has these grants already"))
    #expect(test.run("vault", "members", "grant", "bob") == .usage)
    #expect(test.run("vault", "members", "grant", "bob", "--owner", "--no-owner") == .usage)
    #expect(test.run("vault", "members", "grant", "carol", "--owner") == .usage)
    #expect(test.run("vault", "members", "grant", "bob", "--no-owner") == .fine)
    #expect(throws: VaultRefusal.self) { try test.reveal("stripe", as: "bob") }
  }

  @Test(arguments: [false, true])
  func aNewIdentityTakesThePlaceOfTheOldOne(_ isStolen: Bool) throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    test.join("bob", "--grant", "read_only:*:*")
    let old = test.folder.appending(path: "bob.identity")
    try FileManager.default.moveItem(at: old, to: test.folder.appending(path: "old.identity"))
    let request = test.request("bob", "--replace")
    let words = ["vault", "members", "replace", "bob", request, "--fingerprint"]
    let stolen = isStolen ? ["--stolen"] : []
    #expect(
      Flyconf.run(words + [test.fingerprint("bob")] + stolen, in: test.context()) == .fine)
    #expect(try test.reveal("stripe", as: "bob") == "sk_1")
    #expect(throws: VaultRefusal.self) { try test.reveal("stripe", as: "old") }
    #expect(test.output.text.contains("made new keys for 1 compartment") == isStolen)
    #expect(test.errors.text.contains("flyconf secrets rotate stripe") == isStolen)
    #expect(test.run("vault", "verify") == .fine)
  }

  @Test func whatIsExposedIsWhatIsInUse() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    #expect(test.run("secrets", "rotate", "stripe", input: "sk_2") == .fine)
    #expect(test.run("secrets", "rotate", "stripe", input: "sk_3") == .fine)
    test.join("bob", "--grant", "read_only:*:*")
    let removed = try test.object("vault", "members", "remove", "bob", "--yes")
    #expect((removed["exposed"] as? [[String: String]])?.map { $0["name"] } == ["stripe"])
    #expect(removed["sealed_anew"] as? Int == 3)
  }

  @Test func credentialsOfOneNameAreToldApartWhereTheyAreExposed() throws {
    let project = try VaultProject()
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    #expect(project.setStripe("token", "--type", "token") == .fine)
    _ = try project.join("bob", grants: ["read_only:*:*"])
    #expect(project.run("vault members remove bob --yes") == .fine)
    let errors = project.test.errors.text
    #expect(errors.contains("'bob' can have read 2 values"))
    for type in ["api_key", "token"] {
      #expect(errors.contains("flyconf secrets rotate stripe --type \(type)\n"))
    }
  }

  @Test func whoLeavesLeavesWhatTheyReadExposed() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.foundVault()
    try test.seal("stripe", "sk_1")
    try test.seal("paypal", "pp_1", level: "admin")
    test.join("bob", "--grant", "read_only:*:*")
    #expect(test.run("vault", "members", "remove", "bob") == .usage)
    #expect(test.run("vault", "members", "remove", "bob", answers: ["n"]) == .found)
    #expect(try test.reveal("stripe", as: "bob") == "sk_1")
    #expect(
      test.run("vault", "members", "remove", "bob", "--reason", "left", answers: ["y"]) == .fine)
    #expect(
      test.output.text.contains("made new keys for 1 compartment, sealed 1 value anew\n"))
    #expect(test.errors.text.contains("flyconf secrets rotate stripe\n"))
    #expect(!test.errors.text.contains("flyconf secrets rotate paypal"))
    #expect(throws: VaultRefusal.self) { try test.reveal("stripe", as: "bob") }
    #expect(try test.reveal("stripe") == "sk_1")
    #expect(test.run("vault", "members", "remove", "bob", "--yes") == .usage)
    #expect(test.errors.text.contains("'bob' has left already"))
    #expect(test.run("vault", "members", "list") == .fine)
    #expect(test.output.text.contains("bob   removed"))
  }
}
