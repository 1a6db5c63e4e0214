/// Help on something that belongs to no command.
struct HelpTopic: Sendable {
  var name: String
  var text: String

  static let all: [HelpTopic] = [.exitCodes, .environment, .formats]

  static let exitCodes = HelpTopic(
    name: "exit-codes",
    text: "What a run tells the program that started it.\n\n"
      + TextTable(ExitCode.allCases.map { ["  \($0.rawValue)", $0.summary] }).text
      + "\n`flyconf secrets exec` ends as the program that it has started: by the same code or signal.\n"
      + "127 says that there is no such program, and 126 that it cannot be started.\n")

  static let environment = HelpTopic(
    name: "environment",
    text: "Environment variables that flyconf reads; a flag goes before a variable.\n\n"
      + TextTable([
        ["  FLYCONF_PROJECT", "folder of the project, as --project"],
        ["  FLYCONF_NOW", "moment for which dates are judged, as --now"],
        ["  FLYCONF_IDENTITY_FILE", "file of the identity, as --identity"],
        ["  FLYCONF_IDENTITY", "the text of the identity itself, for CI systems"],
        ["  FLYCONF_PASSPHRASE_FD", "file descriptor of the passphrase, as --passphrase-fd"],
        ["  FLYCONF_TRUST", "vault id that is trusted, as --trust"],
        ["  FLYCONF_AUDIT", "file that records of reads are appended to; - is standard error"],
        ["  FLYCONF_HOST", "what JUnit reports say that the machine is called (localhost)"],
        ["  FLY_API_TOKEN", "token of Fly.io, for check --online"],
        ["  FLY_FLAPS_BASE_URL", "where that asks (https://api.machines.dev)"],
        ["  GITHUB_ACTIONS", "true: annotations and a summary are added, but with --no-ci"],
        ["  XDG_CONFIG_HOME", "folder in which flyconf/identity is looked for (~/.config)"],
        ["  XDG_STATE_HOME", "folder for what is remembered of vaults (~/.local/state)"],
        ["  NO_COLOR", "not empty: no colour, as --color never"],
        ["  TERM", "dumb: no colour"],
      ]).text)

  static let formats = HelpTopic(
    name: "formats",
    text: "How results are printed, by --format, and written besides, by --report FORMAT=FILE.\n\n"
      + TextTable(OutputFormat.all.map { ["  \($0.name)", $0.summary] }).text
      + "\nCommands that have no findings know the first two and json. Columns count Unicode\n"
      + "scalars from 1, in github UTF-16 units; the last is the first behind the part.\n")
}
