import Foundation

/// Other programs, run in a folder of their own, that read what this project writes.
struct Peer {
  private let folder: URL

  /// Whether a program is installed.
  static func isThere(_ program: String) -> Bool {
    (try? inFolder { try $0.run([program, "-c", ""]).status }) == 0
  }

  static func hasPython(_ module: String) -> Bool {
    (try? inFolder { try $0.run(["python3", "-c", "import \(module)"]).status }) == 0
  }

  /// Whether there is a Node that reads `.env` files, which those before 20.12 do not.
  static var hasNode: Bool {
    let script = "if (!require('util').parseEnv) process.exit(1)"
    return (try? inFolder { try $0.run(["node", "-e", script]).status }) == 0
  }

  static func inFolder<Result>(_ body: (Peer) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("flyconf-peer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(Peer(folder: folder))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func run(_ words: [String]) throws -> (status: Int32, output: [UInt8]) {
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    process.standardInput = FileHandle.nullDevice
    // To a file: two pipes of this size would wait for one another.
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, [UInt8](try Data(contentsOf: output)))
  }
}
