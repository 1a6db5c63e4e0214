/// What a run tells the program that started it. No flag changes a code's meaning.
enum ExitCode: Int32, CaseIterable {
  case fine = 0
  case found = 1
  case usage = 2
  case couldNotRun = 3
  case noKey = 4
  case integrity = 5
  case interrupted = 130

  var summary: String {
    switch self {
    case .fine: "fine: nothing was found, or what was asked for is done"
    case .found: "ran, and found something at or above --fail-on, or was answered no"
    case .usage: "the command line cannot be understood, or asks for what cannot be"
    case .couldNotRun: "could not run: a file cannot be read or written, or there is no project"
    case .noKey: "a key is missing, wrong, or without a grant"
    case .integrity: "the vault has been changed by someone not entitled to it"
    case .interrupted: "interrupted by Ctrl-C"
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
    case .interrupted: "interrupted"
    }
  }
}
