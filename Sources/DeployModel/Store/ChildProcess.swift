import Dispatch
import Foundation
import Synchronization

/// One run of another program, without a shell.
package enum ChildProcess {
  /// How a program ended and what it printed.
  package struct Result: Hashable, Sendable {
    /// The exit code; 128 and the signal's number for a program that a signal ended.
    package var status: Int32
    package var output: [UInt8]
    package var errors: [UInt8]
  }

  /// Runs a program to its end.
  ///
  /// Both streams are read, whole, while the program runs, so that no amount of input or output
  /// makes it wait for ever.
  ///
  /// - Parameters:
  ///   - program: The program's file; no search is made for it.
  ///   - arguments: What follows the program's name.
  ///   - environment: All of the environment that the program sees.
  ///   - input: What it finds on standard input.
  /// - Throws: `FileError` if the program cannot be started.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) throws(FileError) -> Result {
    guard access(program, X_OK) == 0 else { throw FileError("start", program, code: errno) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    // `waitUntilExit` looks only every 50 ms or so.
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let streams = try starting.withLock { _ throws(FileError) in try start(process, program) }
    let read = streams.exchange(input)
    ended.wait()
    let status = process.terminationStatus
    return Result(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: read.output, errors: read.errors)
  }

  /// One at a time: a child that another thread starts between the making of a pipe and the mark
  /// by which children do not inherit it would hold the pipe open.
  private static let starting = Mutex(())

  private static func start(
    _ process: Process, _ program: String
  ) throws(FileError) -> ChildStreams {
    restoreExitCodes()
    let streams = try ChildStreams()
    process.standardInput = handle(streams.input.reading)
    process.standardOutput = handle(streams.output.writing)
    process.standardError = handle(streams.errors.writing)
    do {
      try process.run()
    } catch {
      streams.closeAll()
      throw FileError("start", program, error.localizedDescription)
    }
    return streams
  }

  /// A program that was started with this signal ignored would hear of no child's exit code, and
  /// take a failure for success.
  private static func restoreExitCodes() { signal(SIGCHLD, SIG_DFL) }

  private static func handle(_ file: Int32) -> FileHandle {
    FileHandle(fileDescriptor: file, closeOnDealloc: false)
  }
}
