import DeployModel
import Foundation
import Testing

@testable import flyconf

/// `secrets rotate` with no name.
@Suite struct DueRotationTests {
  private func value(_ name: String, in project: CommandProject) throws -> String {
    try project.reveal(name)
  }

  // MARK: Scripts

  @Test func aScriptRotatesWhatStoresAGeneratorAndNamesTheRest() throws {
    let project = try CommandProject.due(["acme", "own-key"])
    defer { project.remove() }
    let early = project.rotateDue(daysLater: 29)
    #expect(early.code == .fine)
    #expect(
      early.errors
        == "nothing is due; the next one is 'acme' (production) on 2026-12-23, in 1 day\n")
    let late = project.rotateDue(daysLater: 33)
    #expect(late.code == .found)
    #expect(
      late.output == """
        rotated 'own-key' (production) in production/credential/payment/read_only
        remains: 'acme' (production), 3 days late: `flyconf secrets rotate acme`

        """)
    #expect(late.errors.hasSuffix("rotated 1 of 2 values due\n"))
    #expect(try value("own-key", in: project).count == 64)
    #expect(try value("acme", in: project) == "acme-1")
    // What is done is not due again.
    #expect(project.rotateDue(daysLater: 33).errors == "rotated 0 of 1 value due\n")
  }

  @Test func aDryRunSaysWhatWouldBeDoneAndExitsAsTheRunWould() throws {
    let project = try CommandProject.due(["acme", "own-key"])
    defer { project.remove() }
    let plan = project.rotateDue("--dry-run", "--now", "2026-12-24T00:00:00Z", daysLater: 0)
    #expect(plan.code == .found)
    #expect(
      plan.output == """
        remains: 'acme' (production), 1 day late: `flyconf secrets rotate acme`
        would rotate 'own-key' (production), 1 day late, with hex:32

        """)
    #expect(plan.errors == "2 values due, nothing was changed\n")
    #expect(
      project.rotateDue("--dry-run", answers: []).output == """
        remains: 'acme' (production), due today: `flyconf secrets rotate acme`
        would rotate 'own-key' (production), due today, with hex:32

        """)
    try project.run("secrets", "remove", "acme", "--yes")
    #expect(project.rotateDue("--dry-run").code == .fine)
    #expect(project.rotateDue().output.hasPrefix("rotated 'own-key'"))
  }

  @Test func programsCanReadThePlan() throws {
    let project = try CommandProject.due(["acme", "own-key"])
    defer { project.remove() }
    let words = ["--dry-run", "--format", "json", "--now", "2027-01-01T00:00:00Z"]
    let run = project.rotateDue(words[0], words[1], words[2], words[3], words[4], daysLater: 0)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["dry_run"] as? Bool == true)
    let planned = try #require(document?["rotated"] as? [[String: Any]])
    #expect(planned.map { $0["name"] as? String } == ["own-key"])
    #expect(planned.first?["result"] as? String == "rotated")
    #expect(planned.first?["next_rotation"] as? String == "2027-01-31")
    let remaining = try #require(document?["remaining"] as? [[String: Any]])
    #expect(remaining.map { $0["name"] as? String } == ["acme"])
  }

  @Test func aDryRunKnowsTheGrantsOfWhoAsks() throws {
    let project = try CommandProject.due(["own-key"])
    defer { project.remove() }
    try project.join("bob", grants: "read_only:email:production")
    let before = project.test.errors.text.count
    let context = project.test.context(environment: project.environment(of: "bob"), daysLater: 30)
    #expect(Flyconf.run(["secrets", "rotate", "--dry-run"], in: context) == .found)
    #expect(project.test.output.text.hasSuffix("`flyconf secrets rotate own-key`\n"))
    #expect(project.test.errors.text.dropFirst(before).contains("'bob' may not"))
    let folder = project.test.folder.appending(path: "flyconf/events").path
    #expect(!FileManager.default.fileExists(atPath: folder))
    try FileManager.default.removeItem(at: project.test.home.appending(path: ".config"))
    #expect(project.rotateDue("--dry-run").code == .noKey)
  }

  @Test func anotherTimeIsForDryRunsAlone() throws {
    let project = try CommandProject.due(["acme"])
    defer { project.remove() }
    let run = project.rotateDue("--now", "2026-12-24T00:00:00Z", daysLater: 0)
    #expect(
      run.errors.hasPrefix(
        "note: what is written bears the time of the clock: --now is left aside\nnothing is due;"))
  }

  @Test func programsAreToldOfEachInOneDocument() throws {
    let project = try CommandProject.due(["acme", "own-key"])
    defer { project.remove() }
    let run = project.rotateDue("--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["format"] as? String == "flyconf.secrets-rotate-due/1")
    let rotated = try #require(document?["rotated"] as? [[String: Any]])
    #expect(rotated.map { $0["name"] as? String } == ["own-key"])
    #expect(rotated.first?["next_rotation"] as? String == "2027-01-22")
    let remaining = try #require(document?["remaining"] as? [[String: Any]])
    #expect(remaining.map { $0["command"] as? String } == ["flyconf secrets rotate acme"])
    #expect(remaining.first?["days_left"] as? Int == 0)
  }

  @Test func onlyTheEnvironmentThatIsNamed() throws {
    let project = try CommandProject.due(["own-key"])
    defer { project.remove() }
    try project.set("own-other", "x-1", environment: "staging")
    let run = project.rotateDue("--env", "staging")
    #expect(run.code == .found)
    #expect(
      run.output == "remains: 'own-other' (staging), due today: `flyconf secrets rotate own-other "
        + "--env staging`\n")
  }

  @Test func valuesBelongToANamedCredential() throws {
    let project = try CommandProject.due(["acme"])
    defer { project.remove() }
    for words in [
      ["--generate", "hex:32"], ["--previous"], ["--command", "cat"], ["--type", "token"],
    ] {
      let context = project.test.context()
      #expect(Flyconf.run(["secrets", "rotate"] + words, in: context) == .usage)
    }
  }

  @Test func anExposedVariableIsNamedWithItsCommand() throws {
    let project = try CommandProject.due(["own-key"])
    defer { project.remove() }
    try project.run(
      "env", "set", "MAIL_KEY", "--category", "api", "--description", "Sends mail", input: "mk-1")
    try project.join("bob", grants: "read_only:api,payment:production")
    try project.run("vault", "members", "remove", "bob", "--yes")
    let run = project.rotateDue(daysLater: 1)
    #expect(run.code == .found)
    #expect(
      run.output == """
        rotated 'own-key' (production) in production/credential/payment/read_only
        remains: 'MAIL_KEY' (production), exposed to bob: `flyconf env set MAIL_KEY --category api`

        """)
  }

  // MARK: People

  @Test func aPersonIsWalkedThroughAll() throws {
    let project = try CommandProject.due(["a-skipped", "b-pasted", "c-made", "own-key"])
    defer { project.remove() }
    let run = project.rotateDue(answers: ["s", "p", "typed", "g", "words:2", "words:6", ""])
    #expect(run.code == .found)
    #expect(try value("a-skipped", in: project) == "a-skipped-1")
    #expect(try value("b-pasted", in: project) == "typed")
    #expect(try value("c-made", in: project).split(separator: "-").count == 6)
    #expect(try value("own-key", in: project).count == 64)
    #expect(run.errors.contains("2 of 4: 'b-pasted' (production), due today\n"))
    #expect(run.errors.contains("a value of 2 words could be guessed"))
    #expect(!run.errors.contains("typed"))
    #expect(run.output.hasSuffix("due today: `flyconf secrets rotate a-skipped`\n"))
  }

  @Test func aValueThatIsRefusedIsAskedForAgain() throws {
    let project = try CommandProject.due(["acme"])
    defer { project.remove() }
    let run = project.rotateDue(answers: ["x", "p", "acme-1", "p", "acme-2"])
    #expect(run.code == .fine)
    #expect(run.errors.contains("answer with p, g, s or q\n"))
    #expect(
      run.errors.contains(
        "is the one that it has already\nhelp: paste another one, or answer with g to generate one\n"
      ))
    #expect(try value("acme", in: project) == "acme-2")
  }

  @Test func whoLeavesOffKeepsWhatIsDone() throws {
    let project = try CommandProject.due(["own-a", "own-b", "own-c"])
    defer { project.remove() }
    let left = project.rotateDue(answers: ["", "q"])
    #expect(left.code == .found)
    #expect(left.output.contains("rotated 'own-a'"))
    #expect(left.output.contains("remains: 'own-b'") && left.output.contains("remains: 'own-c'"))
    // The end of the input is no answer.
    let ended = project.rotateDue(answers: [])
    #expect(ended.code == .couldNotRun)
    #expect(ended.output.contains("remains: 'own-b'"))
  }
}
