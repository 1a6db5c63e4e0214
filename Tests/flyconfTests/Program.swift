import Foundation

/// What a program printed, and how it ended.
struct ProgramResult: Sendable {
  var output: String
  var errors: String
  var exitCode: Int32
}

/// The program as users start it, in a process of its own.
enum Program {
  /// The program stands beside the test bundle.
  static let url: URL = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [folder, Repository.folder.appending(path: ".build/debug")]
    return candidates.map { $0.appending(path: "flyconf") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? folder.appending(path: "flyconf")
  }()

  /// Runs a script in which `$0` is the program.
  static func shell(
    _ script: String, interpreter: String = "/bin/sh", in folder: URL = Repository.folder,
    environment: [String: String]
  ) throws -> ProgramResult {
    try start(interpreter, ["-c", script, url.path], in: folder, environment: environment)
  }

  static func start(
    _ path: String, _ arguments: [String], input: String = "",
    in folder: URL = Repository.folder, environment: [String: String]
  ) throws -> ProgramResult {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    let (standardInput, output) = (Pipe(), Pipe())
    // To a file: a pipe that nobody reads until the program has ended may be full before.
    let errors = FileManager.default.temporaryDirectory
      .appending(path: "flyconf-errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return ProgramResult(
      output: printed, errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      exitCode: process.terminationStatus)
  }
}
