import DeployModel
import Foundation
import Synchronization
import Testing

@testable import flyconf

/// A run of `secrets rotate` that does not come to its end. One at a time: a signal reaches the
/// whole process.
@Suite(.serialized) struct InterruptedRunTests {
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
    let project = try CommandProject.due(Self.ten)
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
      let done = check(
        failing, project.rotateDue(files: files, watch: InterruptionWatch.overSignals))
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
    let project = try CommandProject.due(["own-key"])
    defer { project.remove() }
    let run = project.rotateDue(watch: { InterruptionWatch(signal: { signal }, end: {}) })
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
    let rest = project.rotateDue()
    #expect(rest.code == .fine)
    #expect(names("rotated", in: rest.output).count == left)
    #expect(project.rotateDue().errors.hasPrefix("nothing is due"))
  }
}
