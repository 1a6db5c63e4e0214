import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals that come to this program, as something that can be waited for with other input.
///
/// A handler may do next to nothing: this one writes to a pipe, which the program reads. Programs
/// that are started later get the default for each of these signals, but signals that whoever
/// started this program wants ignored stay ignored.
struct SignalPipe {
  /// A signal that has come.
  struct Arrival {
    var signal: Int32
    /// The process that sent it; nothing where it is the system, as for keys at the terminal.
    var sender: pid_t?
  }

  /// Where `poll` says that signals are there.
  let reading: Int32

  /// Where the handler writes to; it is stored before there is a handler.
  private static let writing = Atomic<Int32>(-1)

  /// Takes signals over, for the rest of the life of this program.
  init(_ signals: [Int32]) throws(StartFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw StartFailure(code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    Self.writing.store(ends[1], ordering: .sequentiallyConsistent)
    var passing = sigset_t()
    sigemptyset(&passing)
    for signal in signals where Self.handle(signal) { sigaddset(&passing, signal) }
    sigprocmask(SIG_UNBLOCK, &passing, nil)
  }

  /// Those that have come since the last look.
  func arrivals() -> [Arrival] {
    var arrivals: [Arrival] = []
    var record = Record()
    while withUnsafeMutableBytes(of: &record, { read(reading, $0.baseAddress, $0.count) })
      == MemoryLayout<Record>.size
    {
      arrivals.append(
        Arrival(signal: record.signal, sender: record.isSent == 1 ? record.sender : nil))
    }
    return arrivals
  }

  /// Ends this program by a signal, as if it had no handler.
  static func surrender(to signal: Int32) { withDefault(of: signal) { raise(signal) } }

  /// Stops all of the job that this program is a part of, as a key at the terminal does; goes on
  /// when the job is continued.
  static func stopGroup(by signal: Int32) { withDefault(of: signal) { kill(0, signal) } }

  private static func withDefault(of signal: Int32, _ body: () -> Int32) {
    var (standard, former) = (sigaction(), sigaction())
    sigaction(signal, &standard, &former)
    var (only, mask) = (sigset_t(), sigset_t())
    sigemptyset(&only)
    sigaddset(&only, signal)
    sigprocmask(SIG_UNBLOCK, &only, &mask)
    _ = body()
    sigprocmask(SIG_SETMASK, &mask, nil)
    sigaction(signal, &former, nil)
  }

  // MARK: Handling

  /// What the handler writes: so little that a pipe takes it in one piece or not at all.
  private struct Record {
    var signal: Int32 = 0
    var isSent: Int32 = 0
    var sender: Int32 = 0
  }

  /// Sets the handler; false where the signal is to be ignored.
  private static func handle(_ signal: Int32) -> Bool {
    var former = sigaction()
    sigaction(signal, nil, &former)
    if isIgnored(former), signal != SIGCHLD { return false }
    var action = sigaction()
    action.sa_flags = SA_SIGINFO | SA_NOCLDSTOP
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = { signal, information, _ in
        SignalPipe.note(signal, information)
      }
    #else
      action.__sigaction_handler.sa_sigaction = { signal, information, _ in
        SignalPipe.note(signal, information)
      }
    #endif
    return sigaction(signal, &action, nil) == 0
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Safe in a handler: nothing is allocated, no lock is taken, and the error code is put back.
  private static func note(_ signal: Int32, _ information: UnsafeMutablePointer<siginfo_t>?) {
    let code = errno
    var record = Record(signal: signal)
    if let information = information?.pointee {
      record.isSent = information.si_code <= 0 ? 1 : 0
      #if canImport(Darwin)
        record.sender = information.si_pid
      #else
        record.sender = information._sifields._kill.si_pid
      #endif
    }
    withUnsafeBytes(of: record) {
      _ = write(writing.load(ordering: .relaxed), $0.baseAddress, $0.count)
    }
    errno = code
  }
}
