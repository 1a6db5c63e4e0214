@testable import CommandKit

enum Level: String, CaseIterable, ArgumentValue { case error, warning, note, none }

enum Format: String, CaseIterable, ArgumentValue { case human, json, jsonl }

struct Moment: ArgumentValue, Equatable {
  var text: String
  init?(argument: String) {
    guard argument.hasSuffix("Z") else { return nil }
    text = argument
  }
  static var expectation: String? { "a date and time like 2026-01-31T12:00:00Z" }
}

struct SharedOptions: Sendable, Equatable {
  var project = "."
  var format = Format.human
  var quiet = false
  var now: Moment?

  static let parameter = Parameter<Self>.group(
    Self.init,
    .option(
      "--project", "-C", placeholder: "DIR", default: ".", "Directory of the project",
      completion: .directory),
    .option("--format", placeholder: "FORMAT", default: .human, "How to print results"),
    .flag("--quiet", "-q", summary: "Print results only"),
    .option("--now", placeholder: "TIME", "The time to decide by"))
}

struct Validate: Sendable, Equatable {
  var paths: [String] = []
  var strict = false
  var failOn = Level.error
  var rules: [String] = []
  var dryRun = false

  static let syntax = CommandSyntax(
    "validate", "Check the project, one of its files, or any fly.toml",
    discussion: """
      Without a path, all entities of the project are checked against all rules, as they stand \
      on disk.

        exit 0  nothing found
        exit 1  something found
      """,
    examples: [
      Example("flyconf validate", "The whole project"),
      Example("flyconf validate fly.toml", "Any fly.toml, without a project"),
    ],
    Self.init,
    .argument("PATH", "File to check; '-' is standard input", completion: .file),
    .flag("--strict", summary: "Fail on warnings too"),
    .option(
      "--fail-on", placeholder: "LEVEL", default: .error, "Least severity that makes it fail"),
    .option("--rule", placeholder: "CODE", "Check this rule only", completion: .named("rule")),
    .flag("--dry-run", "-n", summary: "Change nothing"))
}

struct SecretSet: Sendable, Equatable {
  var name: String
  var environment: String?
  var force = false

  static let syntax = CommandSyntax(
    "set", "Encrypt a value and store it in the vault",
    extraArgumentHint: "the value is read from standard input",
    Self.init,
    .argument("NAME", "Name of the secret", completion: .named("secret")),
    .option(
      "--env", "-e", placeholder: "ENV", "Environment the secret belongs to",
      completion: .named("environment")),
    .flag("--force", summary: "Replace an existing value"))
}

struct SecretRotate: Sendable, Equatable {
  var name: String
  var level: Level?

  static let syntax = CommandSyntax(
    "rotate", "Replace a value by a new one",
    Self.init,
    .argument("NAME", "Name of the secret"),
    .argument("LEVEL", "How urgent it is"))
}

struct Help: Sendable, Equatable {
  var words: [String] = []

  static let syntax = CommandSyntax(
    "help", "Show the help of a command",
    Self.init,
    .argument("COMMAND", "Words of the command", completion: .command))
}

struct CompleteStub: Sendable, Equatable {
  var words: [String] = []

  static let syntax = CommandSyntax(
    "__complete", "Offer words to a shell", Self.init, .argument("WORD", "Words so far"))
}

enum Action: Sendable, Equatable {
  case overview
  case validate(Validate)
  case set(SecretSet)
  case rotate(SecretRotate)
  case help(Help)
  case complete(CompleteStub)
}

let tool = CommandTree<SharedOptions, Action>(
  root: CommandGroup(
    "flyconf", "Keep a deployment's configuration right",
    examples: [Example("flyconf validate", "Check the project")],
    sections: [
      CommandSection(
        "Project",
        [
          .command(AnyCommand(Validate.syntax) { .validate($0) }),
          .command(AnyCommand(Help.syntax) { .help($0) }),
          .command(AnyCommand(CompleteStub.syntax, isHidden: true) { .complete($0) }),
        ]),
      CommandSection(
        "Vault",
        [
          .group(
            CommandGroup(
              "secrets", "Keep secrets encrypted in the project",
              [
                .command(AnyCommand(SecretSet.syntax) { .set($0) }),
                .command(AnyCommand(SecretRotate.syntax) { .rotate($0) }),
              ]))
        ]),
    ]),
  shared: SharedOptions.parameter,
  defaultAction: .overview)

extension Invocation where Shared == SharedOptions, Action == CommandKitTests.Action {
  var shared: SharedOptions? {
    guard case .run(let shared, _) = self else { return nil }
    return shared
  }
  var action: Action? {
    guard case .run(_, let action) = self else { return nil }
    return action
  }
  var page: String? {
    guard case .help(let page) = self else { return nil }
    return page
  }
  var isVersion: Bool {
    guard case .version = self else { return false }
    return true
  }
}

/// The words of a line, split at spaces; `''` stands for an empty word.
func words(_ line: String) -> [String] {
  line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
}

/// The error that a line of the example tool gives.
func failure(_ line: String) -> UsageError? {
  do throws(UsageError) {
    _ = try tool.parse(words(line))
    return nil
  } catch {
    return error
  }
}
