import DeployModel
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Context {
  /// The context of a program that a person or a script started.
  ///
  /// - Throws: `FileError` if the folder in which it was started is gone.
  static func system() throws -> Context {
    let environment = ProcessInfo.processInfo.environment
    return Context(
      folder: try currentFolder(), environment: environment, files: FileSystem(),
      console: .system(environment), clock: wallClock, stopwatch: monotonicClock,
      makeID: UUID.random, user: UInt32(geteuid()),
      execute: { try $0.run() }, watchInterruptions: InterruptionWatch.overSignals)
  }

  private static func currentFolder() throws -> String {
    guard let path = getcwd(nil, 0) else {
      throw FileError("look at", ".", "the current folder is gone", help: "change to another")
    }
    defer { free(path) }
    return String(cString: path)
  }

  private static func wallClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(secondsSinceEpoch: Int64(time.tv_sec))
  }

  private static func monotonicClock() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
