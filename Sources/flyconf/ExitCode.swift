#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run tells the program that started it. No flag changes a code's meaning.
enum ExitCode: Hashable, CaseIterable {
  case fine, found, usage, couldNotRun, noKey, integrity
  /// Ended by a signal of this number, in order.
  case ended(by: Int32)
  /// That of another program, which was run.
  case program(ProgramEnd)

  /// Ended by Ctrl-C.
  static let interrupted = ExitCode.ended(by: SIGINT)

  /// Those that have a meaning of their own.
  static let allCases: [ExitCode] = [
    .fine, .found, .usage, .couldNotRun, .noKey, .integrity, .interrupted,
  ]

  /// The code of a run that was another program's.
  init(_ end: ProgramEnd) { self = end == .exited(0) ? .fine : .program(end) }

  var rawValue: Int32 {
    switch self {
    case .fine: 0
    case .found: 1
    case .usage: 2
    case .couldNotRun: 3
    case .noKey: 4
    case .integrity: 5
    case .ended(let signal): 128 + signal
    case .program(let end): end.exitCode
    }
  }

  var summary: String {
    switch self {
    case .fine: "fine: nothing was found, or what was asked for is done"
    case .found: "ran, and found something at or above --fail-on, or was answered no"
    case .usage: "the command line cannot be understood, or asks for what cannot be"
    case .couldNotRun: "could not run: a file cannot be read or written, or there is no project"
    case .noKey: "a key is missing, wrong, or without a grant"
    case .integrity: "the vault has been changed by someone not entitled to it"
    case .ended: "interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP"
    case .program: "what the program that was run has ended with"
    }
  }

  /// The word for the code in machine output.
  var kind: String {
    switch self {
    case .fine: "fine"
    case .found: "found"
    case .usage: "usage"
    case .couldNotRun: "io"
    case .noKey: "key"
    case .integrity: "integrity"
    case .ended: "interrupted"
    case .program: "program"
    }
  }
}

extension ExitCode {
  /// Ends this program.
  ///
  /// Where a signal has ended the program that was run, it ends this one too: a shell that runs a
  /// script stops at Ctrl-C only if the command has died of it. To `$?` it is all the same.
  func leave() -> Never {
    if case .program(.signaled(let signal)) = self { SignalPipe.surrender(to: signal) }
    exit(rawValue)
  }
}
