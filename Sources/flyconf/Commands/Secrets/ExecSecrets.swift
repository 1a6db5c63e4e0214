import CommandKit
import DeployModel
import Documents

/// Runs a program with the variables of an environment.
struct ExecSecrets: Command {
  var words: [String]
  var environment: EnvironmentName
  var only: [String]
  var isPristine: Bool
  var isShown: Bool
  var isGrantedOnly: Bool
  var vault: VaultOptions

  static let syntax = CommandSyntax(
    "exec", "Run a program with an environment's variables, its output masked",
    discussion: "The program gets the plain and the secret variables on top of those that are set "
      + "already, but never your identity. In what it prints, every secret value of four bytes or "
      + "more is replaced by ***, also in base64 and as URLs, JSON and shells escape it; a program "
      + "that leaves others running in the background should be started with --no-mask. Signals "
      + "reach the program, and its exit code is that of the command: 128 and the number of the "
      + "signal that ended it, 127 if there is no such program, 126 if it cannot be started. A plain "
      + "variable by which programs load code, such as NODE_OPTIONS, is passed only if --only "
      + "names it: anyone can edit it.",
    examples: [
      Example("flyconf secrets exec -- npm start", "start the application as in production"),
      Example(
        "flyconf secrets exec -e staging --only DATABASE_URL -- psql -c 'select 1'",
        "hand over one variable"),
    ],
    Self.init,
    .argument(
      "PROGRAM", isRequired: true, "The program and its arguments, behind --",
      completion: .file),
    .environment,
    .keys("--only", "Pass these variables and no others"),
    .flag("--pristine", summary: "Pass nothing but the variables of the vault"),
    .flag("--no-mask", summary: "Leave the program's output as it is"),
    .grantedOnly,
    .vault
  )

  func run(in context: Context) throws -> ExitCode {
    if let output = context.options.output, output != "-" {
      throw Failure(
        .usage, "--output is for results, and all that is printed here is the program's",
        help: "redirect it: flyconf secrets exec -- \(words[0]) > \(ShellWord(output))")
    }
    let launch = try launch(in: context)
    // The project is unlocked by now: the program may take its time.
    return ExitCode(try context.execute(launch))
  }

  /// All that the program is started with, once it is certain and recorded.
  private func launch(in context: Context) throws -> Launch {
    let session = try VaultSession.open(.reading, vault, in: context)
    let release = try VariableRelease(
      VariableSelection(environment, only: only.isEmpty ? nil : only),
      isGrantedOnly: isGrantedOnly, session, in: context)
    try release.requireValues()
    let variables = release.variables.filter { obstacle(to: $0) == nil }
    try check(variables)
    let file = try ProgramFile.file(of: words[0], in: context)
    let secrets = isShown ? [] : variables.filter(\.isSecret)
    let launch = Launch(
      words: words, file: file,
      environment: ProgramEnvironment(variables: variables, isPristine: isPristine),
      patterns: MaskPatterns(values: secrets.map(\.value)))
    try release.record(.passed)
    if !context.options.isQuiet { note(release, secrets, context.console) }
    return launch
  }

  /// Why a variable is not passed, though it could be opened.
  private func obstacle(to variable: OpenedVariable) -> String? {
    let key = variable.key.text
    if ProgramEnvironment.isKey(key) { return "it is left to flyconf" }
    guard !variable.isSecret, LoaderVariable.isOne(key), !only.contains(key) else { return nil }
    return "programs load code by it and anyone can edit it; pass it with --only"
  }

  /// Refuses by name what the system hands to no program, before all else is made ready.
  private func check(_ variables: [OpenedVariable]) throws {
    let failures = variables.compactMap { variable in
      Self.fault(of: variable).map { reason, help in
        Failure(
          .found, "'\(variable.key)' cannot be passed to a program: \(reason)", help: help)
      }
    }
    if let failure = Failure(all: failures) { throw failure }
  }

  private static func fault(of variable: OpenedVariable) -> (reason: String, help: String)? {
    if variable.value.withBytes({ $0.contains(0) }) {
      return (
        "its value has a NUL byte",
        "programs take a variable to end there: store it as base64 instead"
      )
    }
    guard let most = ProgramEnvironment.largestVariable else { return nil }
    // The equals sign and the NUL.
    let largest = most - variable.key.text.utf8.count - 2
    guard variable.value.count > largest else { return nil }
    return (
      "its value has \(variable.value.count) bytes, and the system takes at most \(largest)",
      "name the others with --only, and hand this one over in a file"
    )
  }

  private func note(_ release: VariableRelease, _ masked: [OpenedVariable], _ console: Console) {
    for variable in release.variables {
      guard let obstacle = obstacle(to: variable) else { continue }
      console.note("note: '\(variable.key)' is not passed: \(obstacle)")
    }
    let unset = release.opened.unset.compactMap(\.name)
    if !unset.isEmpty {
      console.note("note: left out, for they have no value yet: \(Spelling.list(unset))")
    }
    let short = masked.filter { !$0.value.isEmpty && !MaskPatterns.hides($0.value) }
    if !short.isEmpty {
      console.note("note: too short to be masked: \(Spelling.list(short.map(\.key.text)))")
    }
  }
}
