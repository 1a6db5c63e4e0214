import Foundation
import Testing

/// The git of the machine, for tests of what it keeps.
enum GitSample {
  static let isThere: Bool = {
    (try? run("--version", in: FileManager.default.temporaryDirectory)) != nil
  }()

  static func commit(in folder: URL) throws {
    try run("add", "--all", in: folder)
    try run(
      "-c", "user.name=Anna", "-c", "user.email=anna@example.com", "-c", "commit.gpgsign=false",
      "commit", "--quiet", "--message", "Change", in: folder)
  }

  static func run(_ words: String..., in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + words
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}
