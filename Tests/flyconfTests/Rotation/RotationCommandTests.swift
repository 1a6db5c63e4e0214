import DeployModel
import Foundation
import Testing

@testable import flyconf

/// `secrets rotate NAME` and `history`.
@Suite struct RotationCommandTests {
  private func project(_ body: (CommandProject) throws -> Void) throws {
    let project = try CommandProject()
    defer { project.remove() }
    try body(project)
  }

  // MARK: Sources of values

  @Test func aCommandMakesTheNewValueFromTheOld() throws {
    try project { project in
      try project.run("secrets", "rotate", "stripe", "--command", "tr a-z A-Z; echo 2")
      #expect(try project.reveal("stripe") == "SK_OLD2")
      let reads = try project.run("audit", "list", "stripe", "--only", "reads")
      #expect(reads.contains("passed"))
      #expect(try project.eventTypes == ["secret.rotated"])
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
      #expect(try project.eventTypes == ["secret.rotation_failed"])
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
      #expect(project.test.errors.text.contains("`flyconf secrets history stripe`"))
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
      #expect(project.test.errors.text.contains("`flyconf secrets rotate stripe --previous`"))
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
      #expect(try project.events.count == 2)
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

  @Test func aDryRunOfACommandSaysWhatItWouldDo() throws {
    try project { project in
      let words = ["secrets", "rotate", "stripe", "-n", "--command", "echo x"]
      let before = project.test.output.text.count
      let later = project.test.context(daysLater: 1)
      #expect(Flyconf.run(words + ["--now", "2027-01-01T00:00:00Z"], in: later) == .fine)
      let text = project.test.output.text.dropFirst(before)
      #expect(
        text == "would rotate 'stripe' (production) in production/credential/payment/read_only\n")
      #expect(project.test.errors.text.contains("the next rotation is due on 2027-01-31\n"))
      let json = try project.run(
        "secrets", "rotate", "stripe", "-n", "--command", "echo x", "--format", "json")
      #expect(json.contains("\"result\": \"rotated\""))
      #expect(try project.reveal("stripe") == "sk_old")
    }
  }

  @Test func aValueWithANULIsRefused() throws {
    try project { project in
      let words = ["secrets", "rotate", "stripe", "--command", "printf 'a\\0b'"]
      #expect(Flyconf.run(words, in: project.test.context()) == .usage)
      #expect(
        Flyconf.run(["secrets", "set", "stripe"], in: project.test.context(input: "a\0b")) == .usage
      )
      #expect(
        Flyconf.run(["secrets", "rotate", "stripe"], in: project.test.context(input: "a\0b"))
          == .usage)
      let message = "error: the value has a NUL, which no environment variable can hold\n"
      #expect(project.test.errors.text.ranges(of: message).count == 3)
      let value = try project.reveal("stripe")
      #expect(value == "sk_old")
    }
  }

  @Test func whoWantsOtherFieldsAloneIsToldHow() throws {
    try project { project in
      let words = ["secrets", "set", "stripe", "--rotate-with", "alnum:40"]
      #expect(Flyconf.run(words, in: project.test.context()) == .usage)
      #expect(
        project.test.errors.text.contains("to change other fields alone, give --same-value\n"))
    }
  }

  @Test func adviceNamesTheCredentialAsAShellTakesIt() throws {
    try project { project in
      try project.set("a b", "x_1", environment: "staging")
      try project.run(
        "secrets", "set", "a b", "--type", "token", "--category", "payment", "--purpose", "A B",
        "--usage", "C D", "--env", "staging", input: "x_2")
      let words = ["--env", "staging", "--type", "token"]
      let back = ["secrets", "rotate", "a b", "--previous"] + words
      #expect(Flyconf.run(back, in: project.test.context()) == .usage)
      let told = "`flyconf secrets history 'a b' --env staging --type token`"
      #expect(project.test.errors.text.contains(told))
      try project.run(
        "secrets", "rotate", "a b", "--env", "staging", "--type", "token", input: "x_3")
      let set = ["secrets", "set", "a b"] + words
      #expect(Flyconf.run(set, in: project.test.context(input: "x_2")) == .usage)
      let way = "`flyconf secrets rotate 'a b' --env staging --type token --previous`"
      #expect(project.test.errors.text.contains(way))
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
}
