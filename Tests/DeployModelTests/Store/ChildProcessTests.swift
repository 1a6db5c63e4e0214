import Foundation
import Testing

@testable import DeployModel

@Suite struct ChildProcessTests {
  private func shell(
    _ script: String, environment: [String: String] = [:], input: [UInt8] = []
  ) throws -> ChildProcess.Result {
    try ChildProcess.run(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 },
      input: input)
  }

  @Test func keepsTheStreamsAndTheExitCodeApart() throws {
    let result = try shell("echo out; echo err >&2; exit 7")
    #expect(
      result
        == ChildProcess.Result(status: 7, output: Array("out\n".utf8), errors: Array("err\n".utf8)))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["exec sleep 600", "while :; do echo x; done", "exec >&- 2>&-; exec sleep 600"])
  func endsAProgramWhoseTimeIsOver(_ script: String) throws {
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      limits: ChildProcess.Limits(time: .milliseconds(200), output: .max))
    #expect(result.cut == .late)
    // One that is printing can hear first that nobody reads it any longer.
    #expect([128 + SIGKILL, 128 + SIGPIPE].contains(result.status))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["1", "2"])
  func endsAProgramThatPrintsTooMuch(_ stream: String) throws {
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", "while :; do echo x; done >&\(stream)"],
      environment: ["PATH": "/usr/bin:/bin"],
      limits: ChildProcess.Limits(time: .seconds(600), output: 100_000))
    #expect(result.cut == .tooLong)
    #expect(max(result.output.count, result.errors.count) < 1_000_000)
  }

  @Test func aProgramWithinItsLimitsComesToItsOwnEnd() throws {
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", "echo out; exit 7"], environment: ["PATH": "/usr/bin:/bin"],
      limits: ChildProcess.Limits(time: .seconds(600), output: 100))
    #expect(result == ChildProcess.Result(status: 7, output: Array("out\n".utf8), errors: []))
  }

  @Test(.timeLimit(.minutes(1))) func programsWorkWhileNobodyWaitsForThem() throws {
    let script = "head -c 1000000 /dev/zero; cat; exit 7"
    let running = try (0..<2).map { _ in
      try ChildProcess.start(
        "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
    }
    for (program, word) in zip(running, ["one", "two"]) {
      let result = program.finish(Array(word.utf8))
      #expect(result.status == 7)
      #expect(result.output.count == 1_000_003)
      #expect(result.output.suffix(3) == Array(word.utf8)[...])
    }
  }

  /// More than any pipe holds goes through each of the three at once.
  @Test(.timeLimit(.minutes(1))) func waitsForNoFullPipe() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)
    let result = try shell(
      "head -c 1000000 /dev/zero >&2; head -c 1000000 /dev/zero; cat", input: input)
    #expect(result.errors.count == 1_000_000)
    #expect(result.output.count == 3_000_000)
    #expect(result.output.suffix(input.count) == input[...])
  }

  @Test(.timeLimit(.minutes(1))) func outlivesAChildThatReadsNothing() throws {
    let input = [UInt8](repeating: 0, count: 2_000_000)
    #expect(try shell("exit 3", input: input).status == 3)
    #expect(try shell("exec <&-; echo x", input: input).output == Array("x\n".utf8))
  }

  @Test func seesTheEndOfItsInput() throws {
    #expect(try shell("cat").output == [])
    #expect(try shell("cat; echo y", input: Array("x".utf8)).output == Array("xy\n".utf8))
  }

  @Test func givesTheEnvironmentAndNothingElse() throws {
    let result = try ChildProcess.run("/usr/bin/env", [], environment: ["A": "b=c d"])
    #expect(result.output == Array("A=b=c d\n".utf8))
  }

  @Test(.timeLimit(.minutes(1))) func passesOnASignalThatEndsThisProgram() throws {
    // One that nobody can hold back.
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", "sleep 600; echo no"], environment: ["PATH": "/usr/bin:/bin"],
      interruption: { SIGKILL })
    #expect(result.signal == SIGKILL)
    #expect(result.status == 128 + SIGKILL)
    #expect(result.output == [])
  }

  @Test func tellsASignalFromAnExitCode() throws {
    #expect(try shell("kill -9 $$").status == 137)
    #expect(try shell("exit 9").status == 9)
  }

  @Test func saysWhyAProgramDoesNotStart() throws {
    let error = #expect(throws: FileError.self) {
      try ChildProcess.run("/nowhere/git", [], environment: [:])
    }
    #expect(error?.description == "cannot start '/nowhere/git': no such file or folder")
  }

  /// Else a pipe would stay open, and its reader wait, for as long as another child runs.
  @Test func handsOnNoPipeOfAnotherChild() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self/fd") else {
      print("skipped: there is no /proc/self/fd here")
      return
    }
    let streams = try ChildStreams()
    defer { streams.closeAll() }
    let files = FileManager.default
    let pipe = try files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(streams.input.writing)")
    #expect(pipe.hasPrefix("pipe:"))
    let listing = try shell("exec ls -l /proc/self/fd").output
    #expect(!String(decoding: listing, as: UTF8.self).contains(pipe))
  }

  @Test func keepsManyRunsApart() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask {
          try shell("cat", input: Array("\(number)".utf8)).output == Array("\(number)".utf8)
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
