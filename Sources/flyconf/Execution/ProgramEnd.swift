/// How a program that was started has ended.
enum ProgramEnd: Hashable, Sendable {
  case exited(Int32)
  /// Ended by a signal of this number.
  case signaled(Int32)

  /// There is no program of the name. Source: POSIX, `env`, "Exit status".
  static let notFound = ProgramEnd.exited(127)
  /// There is one, and it cannot be started.
  static let notExecutable = ProgramEnd.exited(126)

  /// Reads what `waitpid` tells of a program that has ended.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
  }

  /// The code by which shells know the end.
  var exitCode: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
