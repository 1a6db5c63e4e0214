import DeployModel
import Foundation
import Synchronization
import Testing

@testable import flyconf

/// `secrets rotate` with no name. One at a time: a signal reaches the whole process.
@Suite(.serialized) struct DueRotationTests {
  /// A project with credentials of which all are due 30 days later; every name that begins with
  /// `own` stores a generator.
  private func project(_ names: [String]) throws -> CommandProject {
    let project = try CommandProject()
    try project.run("secrets", "remove", "stripe", "--yes")
    try project.run("secrets", "remove", "resend", "--yes")
    for name in names {
      try project.set(name, "\(name)-1")
      if name.hasPrefix("own") {
        try project.run("secrets", "set", name, "--same-value", "--rotate-with", "hex:32")
      }
    }
    return project
  }

  private func rotate(
    _ project: CommandProject, _ words: String..., answers: [String]? = nil, daysLater: Int64 = 30,
    files: FileSystem = FileSystem(),
    watch: @escaping @Sendable () -> InterruptionWatch = {
      InterruptionWatch(signal: { nil }, end: {})
    }
  ) -> (code: ExitCode, output: String, errors: String) {
    let (output, errors) = (project.test.output.text.count, project.test.errors.text.count)
    let context = project.test.context(
      answers: answers.map { TypedAnswers($0) }, files: files, daysLater: daysLater,
      watchInterruptions: watch)
    let code = Flyconf.run(["secrets", "rotate"] + words, in: context)
    return (
      code, String(project.test.output.text.dropFirst(output)),
      String(project.test.errors.text.dropFirst(errors))
    )
  }

  private func value(_ name: String, in project: CommandProject) throws -> String {
    try project.reveal(name)
  }

  // MARK: Scripts

  @Test func aScriptRotatesWhatStoresAGeneratorAndNamesTheRest() throws {
    let project = try project(["acme", "own-key"])
    defer { project.remove() }
    let early = rotate(project, daysLater: 29)
    #expect(early.code == .fine)
    #expect(
      early.errors
        == "nothing is due; the next one is 'acme' (production) on 2026-12-23, in 1 day\n")
    let late = rotate(project, daysLater: 33)
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
    #expect(rotate(project, daysLater: 33).errors == "rotated 0 of 1 value due\n")
  }

  @Test func aDryRunSaysWhatWouldBeDoneAndExitsAsTheRunWould() throws {
    let project = try project(["acme", "own-key"])
    defer { project.remove() }
    let plan = rotate(project, "--dry-run", "--now", "2026-12-24T00:00:00Z", daysLater: 0)
    #expect(plan.code == .found)
    #expect(
      plan.output == """
        remains: 'acme' (production), 1 day late: `flyconf secrets rotate acme`
        would rotate 'own-key' (production), 1 day late, with hex:32

        """)
    #expect(plan.errors == "2 values due, nothing was changed\n")
    #expect(
      rotate(project, "--dry-run", answers: []).output == """
        remains: 'acme' (production), due today: `flyconf secrets rotate acme`
        would rotate 'own-key' (production), due today, with hex:32

        """)
    try project.run("secrets", "remove", "acme", "--yes")
    #expect(rotate(project, "--dry-run").code == .fine)
    #expect(rotate(project).output.hasPrefix("rotated 'own-key'"))
  }

  @Test func programsCanReadThePlan() throws {
    let project = try project(["acme", "own-key"])
    defer { project.remove() }
    let words = ["--dry-run", "--format", "json", "--now", "2027-01-01T00:00:00Z"]
    let run = rotate(project, words[0], words[1], words[2], words[3], words[4], daysLater: 0)
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
    let project = try project(["own-key"])
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
    #expect(rotate(project, "--dry-run").code == .noKey)
  }

  @Test func anotherTimeIsForDryRunsAlone() throws {
    let project = try project(["acme"])
    defer { project.remove() }
    let run = rotate(project, "--now", "2026-12-24T00:00:00Z", daysLater: 0)
    #expect(
      run.errors.hasPrefix(
        "note: what is written bears the time of the clock: --now is left aside\nnothing is due;"))
  }

  @Test func programsAreToldOfEachInOneDocument() throws {
    let project = try project(["acme", "own-key"])
    defer { project.remove() }
    let run = rotate(project, "--format", "json")
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
    let project = try project(["own-key"])
    defer { project.remove() }
    try project.set("own-other", "x-1", environment: "staging")
    let run = rotate(project, "--env", "staging")
    #expect(run.code == .found)
    #expect(
      run.output == "remains: 'own-other' (staging), due today: `flyconf secrets rotate own-other "
        + "--env staging`\n")
  }

  @Test func valuesBelongToANamedCredential() throws {
    let project = try project(["acme"])
    defer { project.remove() }
    for words in [
      ["--generate", "hex:32"], ["--previous"], ["--command", "cat"], ["--type", "token"],
    ] {
      let context = project.test.context()
      #expect(Flyconf.run(["secrets", "rotate"] + words, in: context) == .usage)
    }
  }

  @Test func anExposedVariableIsNamedWithItsCommand() throws {
    let project = try project(["own-key"])
    defer { project.remove() }
    try project.run(
      "env", "set", "MAIL_KEY", "--category", "api", "--description", "Sends mail", input: "mk-1")
    try project.join("bob", grants: "read_only:api,payment:production")
    try project.run("vault", "members", "remove", "bob", "--yes")
    let run = rotate(project, daysLater: 1)
    #expect(run.code == .found)
    #expect(
      run.output == """
        rotated 'own-key' (production) in production/credential/payment/read_only
        remains: 'MAIL_KEY' (production), exposed to bob: `flyconf env set MAIL_KEY --category api`

        """)
  }

  // MARK: People

  @Test func aPersonIsWalkedThroughAll() throws {
    let project = try project(["a-skipped", "b-pasted", "c-made", "own-key"])
    defer { project.remove() }
    let run = rotate(project, answers: ["s", "p", "typed", "g", "words:2", "words:6", ""])
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
    let project = try project(["acme"])
    defer { project.remove() }
    let run = rotate(project, answers: ["x", "p", "acme-1", "p", "acme-2"])
    #expect(run.code == .fine)
    #expect(run.errors.contains("answer with p, g, s or q\n"))
    #expect(
      run.errors.contains(
        "is the one that it has already\nhelp: paste another one, or answer with g to generate one\n"
      ))
    #expect(try value("acme", in: project) == "acme-2")
  }

  @Test func whoLeavesOffKeepsWhatIsDone() throws {
    let project = try project(["own-a", "own-b", "own-c"])
    defer { project.remove() }
    let left = rotate(project, answers: ["", "q"])
    #expect(left.code == .found)
    #expect(left.output.contains("rotated 'own-a'"))
    #expect(left.output.contains("remains: 'own-b'") && left.output.contains("remains: 'own-c'"))
    // The end of the input is no answer.
    let ended = rotate(project, answers: [])
    #expect(ended.code == .couldNotRun)
    #expect(ended.output.contains("remains: 'own-b'"))
  }

  // MARK: Interruptions

  private static let ten = (0..<10).map { "own-\($0)" }

  /// Counts the changes that are decided: each begins with its journal.
  private final class Journals: Sendable {
    private let count = Mutex(0)

    /// Whether a change has been decided, or was to be.
    func hasPassed(_ number: Int) -> Bool { count.withLock { $0 > number } }

    /// Which change this call decides, from 0; nothing for any other call.
    func next(_ call: FileSystem.Call, _ path: String) -> Int? {
      guard call == .rename, path.hasSuffix("flyconf.journal") else { return nil }
      return count.withLock { count in
        defer { count += 1 }
        return count
      }
    }
  }

  private func names(_ verb: String, in output: String) -> [String] {
    output.split(separator: "\n").filter { $0.hasPrefix(verb) }
      .compactMap { $0.split(separator: "'").dropFirst().first.map(String.init) }
  }

  /// What happens to the call that decides a change.
  private enum Obstacle {
    /// It fails with an error code, and so do all calls behind it.
    case everyCall(Int32)
    /// The program is sent a signal.
    case signal
  }

  /// Ends a run at each credential, and goes on with another run.
  private func interruptAtEach(
    _ obstacle: Obstacle,
    _ check: (Int, (code: ExitCode, output: String, errors: String)) -> Int
  ) throws {
    let project = try project(Self.ten)
    defer { project.remove() }
    let kept = try KeptProject(project)
    for failing in Self.ten.indices {
      let journals = Journals()
      var files = FileSystem()
      files.fault = { call, path in
        let isMeant = journals.next(call, path) == failing
        switch obstacle {
        case .everyCall(let code): return isMeant || journals.hasPassed(failing) ? code : nil
        case .signal:
          if isMeant { Self.interrupt() }
          return nil
        }
      }
      let done = check(failing, rotate(project, files: files, watch: InterruptionWatch.overSignals))
      try finish(project, Self.ten.count - done)
      try kept.restore()
    }
  }

  /// Sends the signal, and waits until it has come: another thread may take it, in its own time.
  private static func interrupt() {
    kill(getpid(), SIGINT)
    for _ in 0..<10_000 where InterruptionWatch.received == nil { usleep(1_000) }
  }

  @Test func aFullDiskAtAnyOfTenLeavesWhatIsDoneDone() throws {
    try interruptAtEach(.everyCall(ENOSPC)) { failing, run in
      #expect(run.code == .couldNotRun)
      #expect(names("rotated", in: run.output) == Array(Self.ten.prefix(failing)))
      #expect(names("remains", in: run.output) == Array(Self.ten.dropFirst(failing)))
      #expect(run.errors.contains("the disk is full"))
      return failing
    }
  }

  @Test func aSignalAtAnyOfTenEndsTheRunBehindIt() throws {
    try interruptAtEach(.signal) { failing, run in
      #expect(run.code == (failing == 9 ? .fine : .interrupted))
      #expect(names("rotated", in: run.output) == Array(Self.ten.prefix(failing + 1)))
      #expect(names("remains", in: run.output) == Array(Self.ten.dropFirst(failing + 1)))
      return failing + 1
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func theExitCodeNamesTheSignal(_ signal: Int32) throws {
    let project = try project(["own-key"])
    defer { project.remove() }
    let run = rotate(project, watch: { InterruptionWatch(signal: { signal }, end: {}) })
    #expect(run.code.rawValue == 128 + signal)
    #expect(run.errors.hasSuffix("rotated 0 of 1 value due\nerror: interrupted\n"))
  }

  @Test func aKillAtAnyOfTenLeavesWhatIsDoneDone() throws {
    try interruptAtEach(.everyCall(EIO)) { failing, run in
      #expect(run.code != .fine)
      return failing
    }
  }

  /// The vault is whole, and another run does what is left and nothing twice.
  private func finish(_ project: CommandProject, _ left: Int) throws {
    let rest = rotate(project)
    #expect(rest.code == .fine)
    #expect(names("rotated", in: rest.output).count == left)
    #expect(rotate(project).errors.hasPrefix("nothing is due"))
  }
}
