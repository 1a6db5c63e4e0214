import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How git is started for a work tree: so that it only reads, runs no program that a repository
/// names, and sees no secret.
struct GitCommand: Sendable {
  let workTree: String
  /// The environment from which that of git is made.
  let environment: [String: String]
  /// Whether the index is the one that a commit in the making has named to its hooks.
  var usesNamedIndex = false

  /// Runs git and waits for its end.
  ///
  /// - Parameters:
  ///   - action: What is tried, in words, for the error.
  ///   - arguments: The subcommand and its arguments; paths stand after `--`.
  ///   - accepted: The exit codes that are answers.
  ///   - receive: Takes the output as it comes, which is then not kept.
  func run(
    _ action: String, _ arguments: [String], input: [UInt8] = [],
    accepting accepted: [Int32] = [0], receiving receive: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(GitError) -> ChildProcess.Result {
    try start(action, arguments, accepting: accepted).finish(input, receiving: receive)
  }

  /// Git at work on a question.
  struct Running: Sendable {
    fileprivate let action: String
    fileprivate let accepted: [Int32]
    fileprivate let child: ChildProcess.Running

    /// Waits for git's end. To be called once.
    func finish(
      _ input: [UInt8] = [], receiving receive: ((UnsafeRawBufferPointer) -> Void)? = nil
    ) throws(GitError) -> ChildProcess.Result {
      let result = child.finish(input, receiving: receive)
      guard accepted.contains(result.status) else {
        throw .failed(action: action, reason: GitCommand.reason(result))
      }
      return result
    }
  }

  /// Starts git and does not wait for its end.
  func start(
    _ action: String, _ arguments: [String], accepting accepted: [Int32] = [0]
  ) throws(GitError) -> Running {
    guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
      throw .failed(action: action, reason: "a zero byte stands in an argument")
    }
    guard let program = SystemProgram.path(of: "git", in: environment) else {
      throw .notInstalled
    }
    do throws(FileError) {
      let child = try ChildProcess.start(
        program, ["-C", workTree] + Self.options + arguments, environment: childEnvironment)
      return Running(action: action, accepted: accepted, child: child)
    } catch {
      throw .failed(action: action, reason: error.description)
    }
  }

  /// The output's first line; nothing if git exits with 1, its way to say no.
  func line(_ action: String, _ arguments: [String]) throws(GitError) -> String? {
    let result = try run(action, arguments, accepting: [0, 1])
    let line = String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return result.status == 0 && !line.isEmpty ? line : nil
  }

  // A file system monitor, a hook and a signature check are programs that the repository names.
  private static let options = [
    "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "log.showSignature=false",
    // What is larger is sent as it is read, and never held in memory.
    "-c", "core.bigFileThreshold=4m",
  ]

  /// Git is told by variables to look at another repository, to trace what it does, or to see
  /// another history than the one that was recorded: none of that is passed on. `GIT_CONFIG_…`
  /// is, for continuous integration says with it which folders git may trust.
  var childEnvironment: [String: String] {
    var child = environment.filter { name, _ in
      if name.hasPrefix("FLYCONF_") { return false }
      guard name.hasPrefix("GIT_") else { return true }
      if usesNamedIndex, name == "GIT_INDEX_FILE" { return true }
      return name.hasPrefix("GIT_CONFIG_") || name == "GIT_EXEC_PATH"
    }
    child["LC_ALL"] = "C"
    child["GIT_OPTIONAL_LOCKS"] = "0"
    child["GIT_TERMINAL_PROMPT"] = "0"
    child["GIT_NO_REPLACE_OBJECTS"] = "1"
    // Nothing stands there: grafts, too, would show a history other than the recorded one.
    child["GIT_GRAFT_FILE"] = "/dev/null/none"
    return child
  }

  fileprivate static func reason(_ result: ChildProcess.Result) -> String {
    let lines = String(decoding: result.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.first { !$0.hasPrefix("hint:") && !$0.hasPrefix("warning:") } ?? lines.first
    guard var reason = line else { return "it ended with status \(result.status)" }
    for prefix in ["fatal: ", "error: "] where reason.hasPrefix(prefix) {
      reason = reason.dropFirst(prefix.count)
    }
    return String(reason)
  }
}
