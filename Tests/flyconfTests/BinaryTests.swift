import Foundation
import Testing

/// The program as users start it: these tests prove `main`, the system's console and the library
/// from outside; everything else is tested in-process.
@Suite struct BinaryTests {
  @Test func namesTheLibcryptoInUse() throws {
    let result = try run(["--version"])
    #expect(
      result.output.wholeMatch(of: /flyconf \d+\.\d+\.\d+ \(libcrypto 3\.\d+\.\d+\)\n/) != nil)
    #expect(result.exitCode == 0)
  }

  @Test func keepsResultsAndRemarksApart() throws {
    let result = try run(["validate", "-C", "Examples/minimal", "--format", "json"])
    #expect(result.output.hasPrefix("{\n  \"format\": \"flyconf.findings/1\""))
    #expect(result.errors.hasPrefix("no findings in 4 files"))
    #expect(result.exitCode == 0)
  }

  @Test func exitsWithTheCodeOfAUsageError() throws {
    #expect(try run(["frobnicate"]).exitCode == 2)
  }

  @Test func readsStandardInput() throws {
    let result = try run(
      ["validate", "-", "--stdin-filename", "resources.json", "--format", "concise"],
      input: "{ \"id\": }")
    #expect(result.output.hasPrefix("resources.json:1:9: error[FC001]: expected a value"))
    #expect(result.exitCode == 1)
  }

  @Test func saysThatStandardOutputIsFull() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else {
      print("skipped: there is no /dev/full here")
      return
    }
    let result = try shell("\"$0\" rules > /dev/full")
    #expect(
      result.errors == """
        error: cannot write 'standard output': the disk is full
        help: free some space and try again

        """)
    #expect(result.exitCode == 3)
  }

  @Test(arguments: [("> /dev/full", "the disk is full"), (">&-", "Bad file descriptor")])
  func saysThatStandardOutputCannotTakeWhatProgramsRead(end: String, reason: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else {
      print("skipped: there is no /dev/full here")
      return
    }
    let result = try shell("\"$0\" validate -C Examples/minimal --format json \(end)")
    #expect(result.errors.hasPrefix("error: cannot write 'standard output': "))
    #expect(result.errors.contains(reason))
    #expect(result.exitCode == 3)
  }

  @Test func isQuietWhenTheReaderGoesAway() throws {
    let result = try shell("\"$0\" rules | head -n 1")
    #expect(result.output.hasPrefix("FC001"))
    #expect(result.errors == "")
  }

  @Test func usesNoColourInAPipe() throws {
    let result = try run(["validate", "-C", "Examples/ezedit"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.output.contains("["))
  }

  @Test func anotherPackageCanUseTheLibrary() throws {
    let scratch = Repository.folder.appending(path: ".build-client").path
    let package = Repository.folder.appending(path: "Tests/LibraryClient").path
    let result = try shell(
      """
      swift run --quiet --package-path '\(package)' --scratch-path '\(scratch)' \
      client Examples/ezedit
      """)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("0 errors by "))
    #expect(result.output.hasSuffix("ezedit\napp = 'ezedit'\n"))
  }

  // MARK: Running

  private func shell(_ script: String) throws -> ProgramResult {
    try Program.shell(script, environment: environment)
  }

  private func run(_ arguments: [String], input: String = "") throws -> ProgramResult {
    try Program.start(Program.url.path, arguments, input: input, environment: environment)
  }

  private var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["FLYCONF_NOW": "2026-11-23T00:00:00Z"]) { $1 }
  }
}
