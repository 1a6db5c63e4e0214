import CommandKit
import DeployModel

/// Why a command could not do its work, in words for people and a code for programs.
struct Failure: Error {
  var exitCode: ExitCode
  var message: String
  var help: String?
  /// What else is wrong, where one failure is many.
  var others: [Failure] = []

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
    case let refusal as VaultRefusal:
      self.init(refusal.kind.exitCode, refusal.message, help: refusal.help)
    case let error as IntegrityError: self.init(error)
    case let error as CryptographyError: self.init(error)
    case let error as FileError: self.init(.couldNotRun, error.description, help: error.help)
    case let error as MalformedValue: self.init(.usage, error.reason, help: error.help)
    default: self.init(.couldNotRun, "\(error)")
    }
  }

  /// A vault that does not verify: every fault is one failure.
  private init(_ error: IntegrityError) {
    var failures = error.faults.map { Failure(.integrity, $0.message, help: $0.help) }
    if failures.isEmpty { failures.append(Failure(.integrity, "the vault does not verify")) }
    self = failures.removeFirst()
    others = failures
  }

  private init(_ error: CryptographyError) {
    switch error {
    case .notAuthentic:
      self.init(
        .noKey, "what is sealed does not open with this key",
        help: "is it the right identity? `flyconf identity show` says which one is in use")
    case .malformed(let reason): self.init(.integrity, reason)
    case .library(let reason): self.init(.couldNotRun, "libcrypto failed: \(reason)")
    }
  }
}

extension VaultRefusal.Kind {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .right: .noKey
    case .request: .usage
    case .value: .found
    case .circumstances: .couldNotRun
    }
  }
}

extension Failure {
  /// The failure without the secrets that its texts quote.
  func masked(by mask: ReportMask) -> Failure {
    var failure = self
    failure.message = mask.masked(message)
    failure.help = help.map { mask.masked($0) }
    failure.others = others.map { $0.masked(by: mask) }
    return failure
  }

  /// What a command comes to whose question was answered with no.
  static let answeredNo = Failure(.found, "nothing was changed: the answer was no")
}
