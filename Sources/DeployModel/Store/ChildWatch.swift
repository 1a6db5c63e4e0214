#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks whether a child is to be ended before it has come to its own end.
struct ChildWatch {
  /// How much a child may take.
  struct Bounds: Sendable {
    let deadline: ContinuousClock.Instant
    let outputLimit: Int

    init(_ limits: ChildProcess.Limits) {
      deadline = .now + limits.time
      outputLimit = limits.output
    }
  }

  private let child: pid_t
  private let group: ProcessGroup
  private let bounds: Bounds?
  private let interruption: (() -> Int32?)?

  /// The signal that has been passed on.
  private(set) var signal: Int32?

  /// - Parameters:
  ///   - bounds: When to stop; nothing for never.
  ///   - interruption: The signal by which somebody has ended this program, if somebody has.
  init(
    _ child: pid_t, _ group: ProcessGroup, within bounds: Bounds?,
    _ interruption: (() -> Int32?)?
  ) {
    self.child = child
    self.group = group
    self.bounds = bounds
    self.interruption = interruption
  }

  /// Whether there is anything to look for.
  var isNeeded: Bool { bounds != nil || interruption != nil }

  /// How long to wait for the child until the next look, as `poll` wants it: -1 for ever.
  var milliseconds: Int32 {
    // Another thread may get the signal, which does not end a wait of this one.
    let longest: Int64? = interruption == nil ? nil : 50
    guard let bounds else { return longest.map(Int32.init) ?? -1 }
    let left = max(.zero, bounds.deadline - .now) / .milliseconds(1)
    return Int32(min(left, Double(longest ?? 1_000_000))) + 1
  }

  /// Why the child is to be ended, if it is. A signal is passed on, and what the child makes of it
  /// is its own affair as long as it keeps to its bounds: it may have begun what it has to finish.
  ///
  /// - Parameter isQuiet: Whether the child has nothing to say at the moment.
  mutating func cut(_ talk: ChildStreams.Talk, isQuiet: Bool) -> ChildProcess.Cut? {
    passOn()
    if let bounds {
      if max(talk.output.count, talk.errors.count) > bounds.outputLimit { return .tooLong }
      if ContinuousClock.now >= bounds.deadline { return .late }
    }
    return isQuiet && signal != nil && hasEnded ? .left : nil
  }

  private mutating func passOn() {
    guard signal == nil, let received = interruption?() else { return }
    signal = received
    group.passOn(received, to: child)
  }

  /// Whether the child has ended; how, is still to be asked.
  var hasEnded: Bool {
    var information = siginfo_t()
    let options = WEXITED | WNOHANG | WNOWAIT
    guard waitid(P_PID, id_t(child), &information, options) == 0 else { return errno != EINTR }
    return information.si_signo == SIGCHLD
  }
}
