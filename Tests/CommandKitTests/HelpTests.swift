import Testing

@testable import CommandKit

struct HelpTests {
  @Test func showsTheWholeTool() throws {
    let expected = """
      Keep a deployment's configuration right.

      Usage: flyconf [<COMMAND>]

      Project:
        validate  Check the project, one of its files, or any fly.toml
        help      Show the help of a command

      Vault:
        secrets   Keep secrets encrypted in the project

      Examples:
        flyconf validate  Check the project

      Options of every command:
        -C, --project <DIR>    Directory of the project (default: .)
            --format <FORMAT>  How to print results (human, json, jsonl; default:
                               human)
        -q, --quiet            Print results only
            --now <TIME>       The time to decide by
        -h, --help             Show help
            --version          Show the version (only without a command)

      'flyconf <COMMAND> --help' shows the help of one command.

      """
    #expect(try tool.help(for: []) == expected)
  }

  @Test func showsAGroup() throws {
    let expected = """
      Keep secrets encrypted in the project.

      Usage: flyconf secrets <COMMAND>

      Commands:
        set     Encrypt a value and store it in the vault
        rotate  Replace a value by a new one

      Options of every command ('flyconf --help' explains them):
        --project, --format, --quiet, --now, --help

      'flyconf secrets <COMMAND> --help' shows the help of one command.

      """
    #expect(try tool.help(for: ["secrets"]) == expected)
  }

  @Test func showsACommandWithAllItsSections() throws {
    let expected = """
      Check the project, one of its files, or any fly.toml.

      Usage: flyconf validate [<PATH>...] [--strict] [--fail-on <LEVEL>]
                              [--rule <CODE>]... [--dry-run]

      Without a path, all entities of the project are checked against all rules, as
      they stand on disk.

        exit 0  nothing found
        exit 1  something found

      Arguments:
        <PATH>...  File to check; '-' is standard input

      Options:
            --strict           Fail on warnings too
            --fail-on <LEVEL>  Least severity that makes it fail (error, warning,
                               note, none; default: error)
            --rule <CODE>      Check this rule only (may be repeated)
        -n, --dry-run          Change nothing

      Examples:
        flyconf validate           The whole project
        flyconf validate fly.toml  Any fly.toml, without a project

      Options of every command ('flyconf --help' explains them):
        --project, --format, --quiet, --now, --help

      """
    #expect(try tool.help(for: ["validate"]) == expected)
  }

  @Test func showsAnOptionalArgumentAndItsChoices() throws {
    let expected = """
      Replace a value by a new one.

      Usage: flyconf secrets rotate <NAME> [<LEVEL>]

      Arguments:
        <NAME>   Name of the secret
        <LEVEL>  How urgent it is (error, warning, note, none)

      Options of every command ('flyconf --help' explains them):
        --project, --format, --quiet, --now, --help

      """
    #expect(try tool.help(for: ["secrets", "rotate"]) == expected)
  }

  @Test func asksForACommandWhereThereIsNoDefaultAction() throws {
    var tree = tool
    tree.defaultAction = nil
    #expect(try tree.help(for: []).contains("\nUsage: flyconf <COMMAND>\n"))
  }

  @Test func refusesAPathThatLeadsNowhere() {
    #expect(
      throws: UsageError(
        message: "unknown command 'sett'", hint: "did you mean 'set'?",
        usage: "flyconf secrets <COMMAND>")
    ) {
      try tool.help(for: ["secrets", "sett"])
    }
    #expect(
      throws: UsageError(
        message: "unexpected argument 'x'", usage: "flyconf secrets rotate <NAME> [<LEVEL>]")
    ) {
      try tool.help(for: ["secrets", "rotate", "x"])
    }
  }

  @Test(arguments: [[], ["validate"], ["help"], ["secrets"], ["secrets", "set"], ["__complete"]])
  func keepsTheFormOfAPage(_ path: [String]) throws {
    let page = try tool.help(for: path)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    #expect(page.hasSuffix(".\n") || page.hasSuffix("--help\n"))
    #expect(!page.contains("\n\n\n"))
    #expect(try tool.help(for: path) == page)
  }
}
