#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// This program in another part: it leads the session of a terminal in which one program runs.
///
/// A program can be stopped by Ctrl-Z only if its parent is in the same session and not in its
/// group: else the system takes it for an orphan that nobody would ever continue. So between
/// `TerminalRun`, which is in the session of the person's shell, and the program there is this
/// process. It puts the program in front, and reports what becomes of it.
///
/// Source: POSIX, "Orphaned Process Group".
struct SessionLeader {
  private static let name = "__lead"

  private let file: String
  private let words: [String]

  /// The words by which this program is started as a leader, before those of the other program.
  static func words(for file: String) -> [String] { ["flyconf", name, file] }

  /// Takes the part that the words of the command line give; nothing where they do not give it.
  init?(_ words: [String]) {
    guard words.count > 3, words[1] == Self.name else { return nil }
    file = words[2]
    self.words = Array(words[3...])
  }

  /// Starts the program, stays as long as it does, and ends.
  func run() -> Never {
    Self.holdSignals()
    _ = fcntl(JobReport.descriptor, F_SETFD, FD_CLOEXEC)
    setsid()
    _ = ioctl(STDIN_FILENO, UInt(TIOCSCTTY), 0)
    do throws(StartFailure) {
      let program = try ProgramImage(words, file: file).spawn([:], hasOwnGroup: true)
      JobReport.started(program).send()
      tcsetpgrp(STDIN_FILENO, program)
      Self.passEarlySignals(to: program)
      follow(program)
    } catch {
      JobReport.failed(error.code).send()
    }
    exit(0)
  }

  /// Whatever comes to this process, the program decides; but when the terminal is gone, the
  /// system tells only the leader of the session, whose end tells the program.
  private static func holdSignals() {
    var held = sigset_t()
    sigfillset(&held)
    sigdelset(&held, SIGHUP)
    sigprocmask(SIG_SETMASK, &held, nil)
  }

  /// Passes on what the terminal made of keys before the program was put in front; it is held back
  /// here for good.
  private static func passEarlySignals(to program: pid_t) {
    var early = sigset_t()
    sigpending(&early)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGWINCH] where sigismember(&early, signal) == 1 {
      kill(-program, signal)
    }
  }

  private func follow(_ program: pid_t) {
    while true {
      var status: Int32 = 0
      guard waitpid(program, &status, WUNTRACED) == program else {
        if errno == EINTR { continue }
        return
      }
      guard status & 0xFF == 0x7F else { return JobReport.ended(status).send() }
      let signal = status >> 8 & 0xFF
      if [SIGTTIN, SIGTTOU].contains(signal), tcgetpgrp(STDIN_FILENO) == program {
        // It was faster at the terminal than it was put in front.
        kill(-program, SIGCONT)
      } else {
        JobReport.stopped(signal).send()
      }
    }
  }
}
