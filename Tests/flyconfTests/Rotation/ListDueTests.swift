import DeployModel
import Foundation
import Testing

@testable import flyconf

/// `secrets due`, `vault exposure` and the events of both.
@Suite struct ListDueTests {
  private func project(_ body: (CommandProject) throws -> Void) throws {
    let project = try CommandProject()
    defer { project.remove() }
    try body(project)
  }

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

  @Test func theExitCodeSaysWhetherTheListNamesAny() throws {
    try project { project in
      for (within, day, code) in [
        ("7d", "2026-12-15", ExitCode.fine), ("7d", "2026-12-16", .found),
        ("0d", "2026-12-22", .fine), ("0d", "2026-12-23", .found), ("13w", "2026-11-23", .found),
      ] {
        let words = ["secrets", "due", "--within", within, "--now", "\(day)T00:00:00Z"]
        #expect(Flyconf.run(words, in: project.test.context()) == code)
      }
      #expect(
        Flyconf.run(["secrets", "due", "--within", "x"], in: project.test.context()) == .usage)
    }
  }

  @Test func aTerminalShowsTheDaysToCome() throws {
    try project { project in
      let line = """
        |-------------------1-------------------|-------------------2
        0                   30                  60                  90 days
        1 2026-12-23, in 30 days: 'stripe' (production)
        2 2027-02-21, in 90 days: 'resend' (production)

        """
      func due(_ words: String..., isTerminal: Bool = true) -> String {
        let before = project.test.output.text.count
        let context = project.test.context(isOutTerminal: isTerminal)
        _ = Flyconf.run(["secrets", "due"] + words, in: context)
        return String(project.test.output.text.dropFirst(before))
      }
      #expect(due() == line)
      #expect(due("--within", "30d").hasSuffix("due in 30 days\n\n" + line))
      #expect(due("--within", "30d", isTerminal: false).hasSuffix("due in 30 days\n"))
      #expect(due("--quiet") == "")
      #expect(due("--format", "json").hasSuffix("}\n"))
    }
  }

  @Test func eachReasonOfADayIsAnEventInTheOrderOfTheirMaking() throws {
    try project { project in
      for code in [3, 4, 3, 5, 6, 7] {
        let words = ["secrets", "rotate", "stripe", "--command", "exit \(code)"]
        #expect(Flyconf.run(words, in: project.test.context()) == .couldNotRun)
      }
      let events = try project.events
      let reasons = events.compactMap { ($0["details"] as? [String: Any])?["reason"] as? String }
      #expect(reasons.compactMap(\.last) == ["3", "4", "5", "6", "7"])
      let ids = events.compactMap { $0["id"] as? String }
      #expect(ids == ids.sorted() && ids.count == 5)
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
      #expect(try project.eventTypes == ["secret.rotation_due"])
      let event = try #require(project.events.first)
      let key = try #require(event["dedupe_key"] as? String)
      #expect(key.hasPrefix("secret.rotation_due:production:stripe:2026-12-23:"))
      #expect(event["severity"] as? String == "error")
      let rotation = project.test.context(input: "sk_new", daysLater: 31)
      #expect(Flyconf.run(["secrets", "rotate", "stripe"], in: rotation) == .fine)
      try queue(61)
      #expect(
        try project.eventTypes == [
          "secret.rotated", "secret.rotation_due", "secret.rotation_due",
        ])
    }
  }

  @Test func eachLossOfADayIsQueued() throws {
    try project { project in
      for name in ["bob", "eve"] { try project.join(name, grants: "read_only:payment:production") }
      for (name, count) in [("bob", 1), ("eve", 2)] {
        try project.run("vault", "members", "remove", name, "--yes")
        #expect(Flyconf.run(["secrets", "due", "--queue"], in: project.test.context()) == .found)
        #expect(try project.eventTypes.count { $0 == "secret.rotation_due" } == count)
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
      #expect(try project.eventTypes == ["secret.exposed"])
      #expect(Flyconf.run(["vault", "exposure", "anna"], in: project.test.context()) == .fine)
      #expect(Flyconf.run(["vault", "exposure", "eve"], in: project.test.context()) == .usage)
      try project.run("secrets", "rotate", "stripe", input: "sk_new")
      #expect(Flyconf.run(["vault", "exposure"], in: project.test.context()) == .fine)
    }
  }
}
