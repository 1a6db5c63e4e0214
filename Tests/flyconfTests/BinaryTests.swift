import Foundation
import Testing

/// The program as users start it: these tests prove `main`, the system's console and the library
/// from outside; everything else is tested in-process.
@Suite struct BinaryTests {
  private struct Result {
    var output: String
    var errors: String
    var exitCode: Int32
  }

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

  private func shell(_ script: String) throws -> Result {
    try start("/bin/sh", ["-c", script, Self.program.path])
  }

  private func run(_ arguments: [String], input: String = "") throws -> Result {
    try start(Self.program.path, arguments, input: input)
  }

  private func start(
    _ path: String, _ arguments: [String], input: String = ""
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = Repository.folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["FLYCONF_NOW": "2026-11-23T00:00:00Z"]) { $1 }
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Result(output: printed, errors: complaints, exitCode: process.terminationStatus)
  }

  /// The program stands beside the test bundle.
  static let program: URL = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [folder, Repository.folder.appending(path: ".build/debug")]
    return candidates.map { $0.appending(path: "flyconf") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? folder.appending(path: "flyconf")
  }()
}
