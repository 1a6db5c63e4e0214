import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of another program, without a shell.
///
/// Not by Foundation's `Process`: that makes a static program eight times as large, hands each
/// child a socket of its own, and takes the end of that socket for the end of the child.
package enum ChildProcess {
  /// How a program ended and what it printed.
  package struct Result: Hashable, Sendable {
    /// The exit code; 128 and the signal's number for a program that a signal ended.
    package var status: Int32
    package var output: [UInt8]
    package var errors: [UInt8]
    /// Why it was ended before it had come to its own end.
    package var cut: Cut?
    /// The signal to this program that was passed on to it.
    package var signal: Int32?
  }

  /// Why a program is ended.
  package enum Cut: Sendable {
    /// Its time was over.
    case late
    /// It printed more than was asked for.
    case tooLong
    /// It has ended by a signal that was passed on, and what it has started has not.
    case left
  }

  /// How much a program may take; it is ended when it takes more.
  package struct Limits: Sendable {
    package var time: Duration
    /// In bytes, of each of its two streams.
    package var output: Int

    package init(time: Duration, output: Int) {
      self.time = time
      self.output = output
    }
  }

  /// Runs a program to its end.
  ///
  /// Both streams are read while the program runs, so that no amount of input or output
  /// makes it wait for ever.
  ///
  /// - Parameters:
  ///   - program: The program's file; no search is made for it.
  ///   - arguments: What follows the program's name.
  ///   - environment: All of the environment that the program sees.
  ///   - input: What it finds on standard input.
  ///   - limits: Without any, it may take as long and print as much as it likes.
  ///   - interruption: The signal by which somebody has ended this program, as soon as somebody
  ///     has. It is passed on to the program and to all that it has started.
  ///   - receive: Takes the output as it comes, which is then not kept.
  /// - Throws: `FileError` if the program cannot be started.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8] = [],
    limits: Limits? = nil, interruption: (() -> Int32?)? = nil,
    receiving receive: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(FileError) -> Result {
    let group: ProcessGroup = interruption == nil ? .shared : .reachable
    return try start(program, arguments, environment: environment, limits: limits, in: group)
      .finish(input, interruption: interruption, receiving: receive)
  }

  /// A program that runs while this one does other work.
  package struct Running: Sendable {
    fileprivate let child: pid_t
    fileprivate let group: ProcessGroup
    fileprivate let streams: ChildStreams
    fileprivate let bounds: ChildWatch.Bounds?

    /// Waits for the program's end. To be called once, or the system keeps what is left of it.
    package func finish(
      _ input: [UInt8] = [], interruption: (() -> Int32?)? = nil,
      receiving receive: ((UnsafeRawBufferPointer) -> Void)? = nil
    ) -> Result {
      var watch = ChildWatch(child, group, within: bounds, interruption)
      let read = streams.exchange(input, under: &watch, receiving: receive)
      var cut = read.cut
      // Who has closed its streams need not have ended.
      while cut == nil, watch.isNeeded, !watch.hasEnded {
        cut = watch.cut(read, isQuiet: true)
        usleep(pollMicroseconds)
      }
      if cut != nil { group.send(SIGKILL, to: child) }
      return Result(
        status: end(of: child), output: read.output, errors: read.errors, cut: cut,
        signal: watch.signal)
    }
  }

  /// Starts a program and does not wait for it. What it prints waits for `finish`, and when the
  /// pipe is full the program does too.
  ///
  /// - Throws: `FileError` if the program cannot be started.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    limits: Limits? = nil
  ) throws(FileError) -> Running {
    try start(program, arguments, environment: environment, limits: limits, in: .shared)
  }

  private static func start(
    _ program: String, _ arguments: [String], environment: [String: String], limits: Limits?,
    in group: ProcessGroup
  ) throws(FileError) -> Running {
    let (streams, child) = try starting.withLock { _ throws(FileError) in
      let streams = try ChildStreams()
      do throws(FileError) {
        return (streams, try start(program, arguments, environment, streams, group))
      } catch {
        streams.closeAll()
        throw error
      }
    }
    return Running(
      child: child, group: group, streams: streams, bounds: limits.map { ChildWatch.Bounds($0) })
  }

  private static let pollMicroseconds: UInt32 = 2_000

  /// One at a time: a child that another thread starts between the making of a pipe and the mark
  /// by which children do not inherit it would hold the pipe open.
  private static let starting = Mutex(())

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    _ streams: ChildStreams, _ group: ProcessGroup
  ) throws(FileError) -> pid_t {
    restoreExitCodes()
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if group == .own {
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    let ends = [streams.input.reading, streams.output.writing, streams.errors.writing]
    for (standard, end) in zip([STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO], ends) {
      posix_spawn_file_actions_adddup2(&actions, end, standard)
    }
    var arguments = texts([program] + arguments)
    var environment = texts(environment.map { "\($0)=\($1)" })
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(
      &child, program, &actions, &attributes, &arguments, &environment)
    guard code == 0 else { throw FileError("start", program, code: code) }
    return child
  }

  /// A program that was started with this signal ignored would hear of no child's exit code, and
  /// take a failure for success.
  private static func restoreExitCodes() { signal(SIGCHLD, SIG_DFL) }

  /// The texts as C has them, with the nothing that ends their list.
  private static func texts(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func end(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
