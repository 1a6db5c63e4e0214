#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back the signals by which people and systems end a program, until it is released.
struct InterruptionHold {
  private var former = sigset_t()

  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &former)
  }

  /// Lets the signals through again, those first that came in the meantime.
  func release() {
    var former = former
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }
}
