#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The group of processes that a child is started in.
enum ProcessGroup: Sendable {
  /// That of this program.
  case shared
  /// One of its own, in which are all that the child starts, so that a signal reaches them.
  case own

  /// The group in which a child can be ended with what it has started.
  ///
  /// At a terminal that is the one of this program: keys reach all of it, and a child of another
  /// group would be stopped as soon as it asks there for something.
  static var reachable: ProcessGroup { isAtTerminal ? .shared : .own }

  /// Whether keys at the terminal reach this program.
  private static var isAtTerminal: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return tcgetpgrp(terminal) == getpgrp()
  }

  /// Sends a signal to a child, and to what it has started if that can be told from others.
  func send(_ signal: Int32, to child: pid_t) {
    kill(self == .own ? -child : child, signal)
  }

  /// Passes on a signal that this program has got. Ctrl-C at a terminal has reached all of the
  /// group.
  func passOn(_ signal: Int32, to child: pid_t) {
    if self == .own || signal != SIGINT { send(signal, to: child) }
  }
}
