import CommandKit
import DeployModel

/// The flags that mean the same for every command.
struct SharedOptions: Sendable {
  var project: String?
  var format: OutputFormat = .human
  var output: String?
  var isQuiet = false
  var color = ColorChoice.auto
  var now: Moment?
  var hasNoInput = false
  var isAgreed = false
}

extension SharedOptions {
  static let parameter = Parameter<Self>.group(
    Self.init,
    .option(
      "--project", "-C", placeholder: "DIR", "Folder of the project", completion: .directory),
    .option(
      "--format", placeholder: "FORMAT", default: OutputFormat.human, "How results are printed"),
    .option(
      "--output", "-o", placeholder: "FILE", "Write the result to FILE; - is standard output",
      completion: .file),
    .flag("--quiet", "-q", summary: "Print nothing but results and errors"),
    .option("--color", placeholder: "WHEN", default: ColorChoice.auto, "Whether to use colour"),
    .option("--now", placeholder: "TIME", "The moment for which dates are judged"),
    .flag("--no-input", summary: "Never ask; fail where an answer is needed"),
    .flag("--yes", summary: "Answer yes to every question"))
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ArgumentValue {
  case auto, always, never
}

/// A moment written on the command line.
struct Moment: ArgumentValue {
  var timestamp: Timestamp

  init?(argument: String) {
    guard let timestamp = try? Timestamp(argument) else { return nil }
    self.timestamp = timestamp
  }

  static var expectation: String? { "a time in UTC such as 2026-01-31T12:00:00Z" }
}
