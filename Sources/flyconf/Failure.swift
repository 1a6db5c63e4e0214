import CommandKit
import DeployModel

/// Why a command could not do its work, in words for people and a code for programs.
struct Failure: Error {
  var exitCode: ExitCode
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.init(.couldNotRun, message, help: help)
  }

  init(_ exitCode: ExitCode, _ message: String, help: String? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.help = help
  }

  /// The failure that any error of the libraries stands for.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as UsageError: self.init(.usage, error.message, help: error.hint)
    case let error as FileError: self.init(.couldNotRun, error.description, help: error.help)
    case let error as MalformedValue: self.init(.usage, error.reason, help: error.help)
    default: self.init(.couldNotRun, "\(error)")
    }
  }
}
