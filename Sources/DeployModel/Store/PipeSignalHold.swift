#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back the signal that would end this program when a child stops reading.
struct PipeSignalHold {
  private var held = sigset_t()
  private var former = sigset_t()

  init() {
    sigemptyset(&held)
    sigaddset(&held, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &held, &former)
  }

  /// Takes the signal away if it came from here, and lets later ones through as before.
  func release(consuming: Bool) {
    var (held, former, pending, signal) = (held, former, sigset_t(), Int32(0))
    if consuming, sigismember(&former, SIGPIPE) == 0, sigpending(&pending) == 0,
      sigismember(&pending, SIGPIPE) == 1
    {
      sigwait(&held, &signal)
    }
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }
}
