import DeployModel
import Foundation
import Testing

@testable import flyconf

/// `secrets rotate NAME`, `due`, `history` and `vault exposure`.
@Suite struct RotationCommandTests {
  private func project(_ body: (CommandProject) throws -> Void) throws {
    let project = try CommandProject()
    defer { project.remove() }
    try body(project)
  }

  private func events(_ project: CommandProject) throws -> [[String: Any]] {
    let folder = project.test.folder.appending(path: "flyconf/events")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return []
    }
    return try names.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
  }

  private func types(_ project: CommandProject) throws -> [String] {
    try events(project).compactMap { $0["type"] as? String }.sorted()
  }

  // MARK: Sources of values

  @Test func aCommandMakesTheNewValueFromTheOld() throws {
    try project { project in
      try project.run("secrets", "rotate", "stripe", "--command", "tr a-z A-Z; echo 2")
      #expect(try project.reveal("stripe") == "SK_OLD2")
      let reads = try project.run("audit", "list", "stripe", "--only", "reads")
      #expect(reads.contains("passed"))
      #expect(try types(project) == ["secret.rotated"])
    }
  }

  @Test(arguments: [
    ("cat > /dev/null; exit 3", "ended with exit code 3"), ("cat > /dev/null", "printed no value"),
    ("kill -9 $$", "ended with exit code 137"), ("yes", "printed more than 1 MiB"),
    ("cat", "is the one that it has already"),
  ])
  func aCommandThatFailsChangesNothingAndIsAnEvent(_ command: String, _ message: String) throws {
    try project { project in
      let words = ["secrets", "rotate", "stripe", "--command", command]
      #expect(Flyconf.run(words, in: project.test.context()) != .fine)
      #expect(project.test.errors.text.contains(message))
      #expect(try project.reveal("stripe") == "sk_old")
      #expect(try types(project) == ["secret.rotation_failed"])
      try project.run("vault", "verify")
    }
  }

  @Test func whatACommandSaysIsShownWithoutTheValues() throws {
    try project { project in
      let command = "echo asked the service >&2; echo new-1"
      try project.run("secrets", "rotate", "stripe", "--command", command)
      #expect(project.test.errors.text.contains("asked the service\n"))
      let leak = "v=$(cat); printf 'Basic %s, %s' \"$(printf %s $v | base64)\" $v >&2; echo new-2"
      try project.run("secrets", "rotate", "resend", "--command", leak)
      #expect(project.test.errors.text.contains("Basic ***, ***\n"))
      #expect(!project.test.errors.text.contains("re_old"))
    }
  }

  @Test func theIdentityIsNotPassedToACommand() throws {
    try project { project in
      let home = project.test.home.appending(path: ".config")
      let line = try String(
        contentsOf: home.appending(path: "flyconf/identity"), encoding: .utf8)
      let context = project.test.context(environment: [
        "FLYCONF_IDENTITY": line, "XDG_CONFIG_HOME": "/nonexistent",
      ])
      let words = ["secrets", "rotate", "stripe", "--command", "env | grep -c FLYCONF_IDENTITY"]
      // `grep` has found nothing, which is its exit code 1.
      #expect(Flyconf.run(words, in: context) == .couldNotRun)
      #expect(project.test.errors.text.contains("ended with exit code 1\n"))
    }
  }

  @Test func nothingIsRunWhereTheRotationWouldBeRefused() throws {
    try project { project in
      try project.join("bob", grants: "read_only:payment:production")
      let marker = project.test.folder.appending(path: "ran").path
      let context = project.test.context(environment: project.environment(of: "bob"))
      let words = ["secrets", "rotate", "stripe", "--command", "touch '\(marker)'; echo x"]
      #expect(Flyconf.run(words, in: context) == .noKey)
      #expect(!FileManager.default.fileExists(atPath: marker))
      let dry = ["secrets", "rotate", "stripe", "-n", "--command", "touch '\(marker)'; echo x"]
      #expect(Flyconf.run(dry, in: project.test.context()) == .fine)
      #expect(!FileManager.default.fileExists(atPath: marker))
    }
  }

  @Test func theValueBeforeComesBack() throws {
    try project { project in
      let words = ["secrets", "rotate", "stripe", "--previous"]
      #expect(Flyconf.run(words, in: project.test.context()) == .usage)
      #expect(project.test.errors.text.contains("has no earlier value that is still kept"))
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      try project.run("secrets", "rotate", "stripe", "--previous")
      #expect(try project.reveal("stripe") == "sk_old")
      try project.run("secrets", "rotate", "stripe", "--previous")
      #expect(try project.reveal("stripe") == "sk_new")
    }
  }

  @Test func aSupersededValueDoesNotComeBackAsACorrection() throws {
    try project { project in
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      let context = project.test.context(input: "sk_old")
      #expect(Flyconf.run(["secrets", "set", "stripe"], in: context) == .usage)
      #expect(project.test.errors.text.contains("flyconf secrets rotate --previous"))
      #expect(try project.reveal("stripe") == "sk_new")
    }
  }

  @Test func credentialsOfOneNameAreToldApart() throws {
    try project { project in
      try project.run(
        "secrets", "set", "stripe", "--type", "token", "--category", "payment", "--purpose", "A B",
        "--usage", "C D", input: "tk_1")
      let context = project.test.context(daysLater: 30)
      #expect(Flyconf.run(["secrets", "due", "--queue"], in: context) == .found)
      #expect(project.test.output.text.contains("\nstripe [api_key]  production"))
      #expect(project.test.output.text.contains("\nstripe [token]    production"))
      #expect(try events(project).count == 2)
    }
  }

  @Test func whoeverBringsAnExposedValueBackIsTold() throws {
    try project { project in
      try project.join("bob", grants: "read_only:payment:production")
      try project.run("vault", "members", "remove", "bob", "--yes")
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      try project.run("secrets", "rotate", "stripe", "--previous")
      #expect(project.test.errors.text.contains("note: this value is exposed to bob\n"))
      #expect(Flyconf.run(["vault", "exposure", "bob"], in: project.test.context()) == .found)
    }
  }

  @Test func aStoredGeneratorMakesTheValueWhereNoneIsGiven() throws {
    try project { project in
      try project.run("secrets", "set", "stripe", "--same-value", "--rotate-with", "alnum:40")
      try project.run("secrets", "rotate", "stripe")
      let made = try project.reveal("stripe")
      #expect(made.count == 40)
      let typed = project.test.context(answers: TypedAnswers([]))
      #expect(Flyconf.run(["secrets", "rotate", "stripe"], in: typed) == .fine)
      try project.run("secrets", "rotate", "stripe", input: "sk_piped")
      #expect(try project.reveal("stripe") == "sk_piped")
      try project.run("secrets", "set", "stripe", "--same-value", "--rotate-with", "none")
      #expect(Flyconf.run(["secrets", "rotate", "stripe"], in: project.test.context()) == .usage)
    }
  }

  @Test func aGeneratorThatCannotBeIsRefusedAndNotRepeated() throws {
    try project { project in
      let words = ["secrets", "set", "stripe", "--same-value", "--rotate-with", "sk_live_9"]
      #expect(Flyconf.run(words, in: project.test.context()) == .usage)
      #expect(!project.test.errors.text.contains("sk_live_9"))
    }
  }

  // MARK: Lists

  @Test func whatIsExposedIsDueFirst() throws {
    try project { project in
      try project.join("bob", grants: "read_only:email:production")
      try project.run("vault", "members", "remove", "bob", "--yes")
      let before = project.test.output.text.count
      let words = ["secrets", "due", "--within", "30d", "--now", "2026-12-22T00:00:00Z"]
      #expect(Flyconf.run(words, in: project.test.context()) == .found)
      #expect(
        project.test.output.text.dropFirst(before) == """
          name    environment  category  due         generator  state
          resend  production   email     2027-02-21  -          exposed to bob, due in 61 days
          stripe  production   payment   2026-12-23  -          due tomorrow

          """)
    }
  }

  @Test func onlyWhatIsDueNowChangesTheExitCode() throws {
    try project { project in
      for (day, code) in [("2026-12-22", ExitCode.fine), ("2026-12-23", .found)] {
        let words = ["secrets", "due", "--now", "\(day)T00:00:00Z"]
        #expect(Flyconf.run(words, in: project.test.context()) == code)
      }
      #expect(
        Flyconf.run(["secrets", "due", "--within", "x"], in: project.test.context()) == .usage)
    }
  }

  @Test func whatIsDueIsQueuedOnceAndAgainWhenItIsDueAgain() throws {
    try project { project in
      func queue(_ daysLater: Int64) throws {
        let context = project.test.context(daysLater: daysLater)
        #expect(Flyconf.run(["secrets", "due", "--queue"], in: context) == .found)
      }
      try queue(30)
      #expect(project.test.errors.text.contains("wrote 1 event\n"))
      try queue(31)
      #expect(project.test.errors.text.contains("wrote 0 events\n"))
      #expect(try types(project) == ["secret.rotation_due"])
      let event = try #require(events(project).first)
      let key = try #require(event["dedupe_key"] as? String)
      #expect(key.hasPrefix("secret.rotation_due:production:stripe:2026-12-23:"))
      #expect(event["severity"] as? String == "error")
      let rotation = project.test.context(input: "sk_new", daysLater: 31)
      #expect(Flyconf.run(["secrets", "rotate", "stripe"], in: rotation) == .fine)
      try queue(61)
      #expect(
        try types(project) == [
          "secret.rotated", "secret.rotation_due", "secret.rotation_due",
        ])
    }
  }

  @Test func historyNamesWhoAndWhenAndNoValue() throws {
    try project { project in
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      let text = try project.run("secrets", "history", "stripe")
      #expect(
        text == """
          2026-11-23T00:00:00Z  anna  created  rev 1
          2026-11-23T00:00:00Z  anna  rotated  rev 2

          """)
      let json = try project.run("secrets", "history", "stripe", "--format", "json")
      #expect(json.contains("\"kept\": 1"))
      #expect(!json.contains("sk_"))
    }
  }

  @Test func theOverviewCountsValuesAndNotWhoKnowsThem() throws {
    try project { project in
      for name in ["bob", "eve"] { try project.join(name, grants: "read_only:*:production") }
      for name in ["bob", "eve"] { try project.run("vault", "members", "remove", name, "--yes") }
      #expect(try project.run().contains("             2 values exposed\n"))
    }
  }

  @Test func eachLossOfADayIsQueued() throws {
    try project { project in
      for name in ["bob", "eve"] { try project.join(name, grants: "read_only:payment:production") }
      for (name, count) in [("bob", 1), ("eve", 2)] {
        try project.run("vault", "members", "remove", name, "--yes")
        #expect(Flyconf.run(["secrets", "due", "--queue"], in: project.test.context()) == .found)
        #expect(try types(project).count { $0 == "secret.rotation_due" } == count)
      }
    }
  }

  @Test func exposureNamesTheMemberAndTheWayOut() throws {
    try project { project in
      #expect(try project.run("vault", "exposure") == "")
      try project.join("bob", grants: "read_only:payment:production")
      try project.run("vault", "members", "remove", "bob", "--yes")
      let before = project.test.output.text.count
      #expect(Flyconf.run(["vault", "exposure", "bob"], in: project.test.context()) == .found)
      #expect(
        project.test.output.text.dropFirst(before).contains(
          "stripe  production   credential  bob       2026-11-23  removed\n"))
      #expect(try types(project) == ["secret.exposed"])
      #expect(Flyconf.run(["vault", "exposure", "anna"], in: project.test.context()) == .fine)
      #expect(Flyconf.run(["vault", "exposure", "eve"], in: project.test.context()) == .usage)
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      #expect(Flyconf.run(["vault", "exposure"], in: project.test.context()) == .fine)
    }
  }
}
