import Foundation

@testable import DeployModel

/// A real repository in a temporary folder, made by git itself.
struct TemporaryRepository {
  static let git: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/git" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What git sees: no settings of the machine, and authors that tests need not name.
  static let environment: [String: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": "/nowhere",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com",
  ]

  struct Failure: Error {
    var arguments: [String]
    var errors: String
  }

  let path: String

  /// A new repository without commits, on branch `main`.
  init() throws {
    path = try Self.temporaryFolder()
    try git("init", "--quiet", "--initial-branch", "main")
  }

  init(at path: String) { self.path = path }

  static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "flyconf-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.resolvingSymlinksInPath().path
  }

  func repository() -> GitRepository? {
    GitRepository.containing(path, environment: Self.environment)
  }

  func file(_ name: String) -> String { Path.join(path, name) }

  func write(_ name: String, _ text: String) throws {
    try FileSystem().createFolder(Path.parent(of: file(name)))
    try FileSystem().replace(file(name), with: Array(text.utf8))
  }

  /// Adds everything there is and commits it.
  @discardableResult func commit(_ files: [String: String] = [:]) throws -> String {
    for (name, text) in files { try write(name, text) }
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", "x")
    return try git("rev-parse", "HEAD")
  }

  @discardableResult func git(
    _ arguments: String..., accepting accepted: [Int32] = [0]
  ) throws -> String {
    let result = try ChildProcess.run(
      Self.git ?? "git", ["-C", path] + arguments, environment: Self.environment)
    guard accepted.contains(result.status) else {
      throw Failure(
        arguments: arguments, errors: String(decoding: result.errors, as: UTF8.self))
    }
    return String(decoding: result.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
