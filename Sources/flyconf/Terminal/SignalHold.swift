#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back the signals that end or stop a program, until it is released.
struct SignalHold {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  private var former = sigset_t()

  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in Self.signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &former)
  }

  /// Whether one of them has come in the meantime that would go through on release.
  ///
  /// One that whoever started the program holds back stays where it is, however long.
  var hasSignal: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    var former = former
    return Self.signals.contains {
      sigismember(&waiting, $0) == 1 && sigismember(&former, $0) == 0
    }
  }

  /// Lets the signals through again, those first that came in the meantime.
  func release() {
    var former = former
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }
}
