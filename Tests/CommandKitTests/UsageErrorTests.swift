import Testing

@testable import CommandKit

struct UsageErrorTests {
  @Test(arguments: [
    ("secrets set", "missing argument NAME"),
    ("secrets rotate A note B", "unexpected argument 'B'"),
    ("secrets set A --env", "missing value for --env"),
    ("secrets set A -e", "missing value for --env"),
    ("secrets set A --env --format json", "missing value for --env"),
    ("secrets set A --env -- x", "missing value for --env"),
    ("secrets set A --force=x", "--force takes no value"),
    ("secrets set A --force=", "--force takes no value"),
    ("validate --help=x", "--help takes no value"),
    ("validate --nope", "unknown option '--nope'"),
    ("validate --nope=x", "unknown option '--nope'"),
    ("validate -z", "unknown option '-z'"),
    ("validate --version", "unknown option '--version'"),
    ("--now x", "invalid value 'x' for --now (expected a date and time like 2026-01-31T12:00:00Z)"),
    ("--format xml", "invalid value 'xml' for --format (expected one of human, json, jsonl)"),
    (
      "secrets rotate A x",
      "invalid value 'x' for LEVEL (expected one of error, warning, note, none)"
    ),
    ("nothing", "unknown command 'nothing'"),
    ("secrets nothing", "unknown command 'nothing'"),
    ("secrets", "missing command after 'flyconf secrets'"),
  ])
  func refuses(_ line: String, because message: String) {
    #expect(failure(line)?.message == message)
  }

  @Test(arguments: [
    ("validate --stritc", "did you mean '--strict'?"),
    ("validate -strict", "did you mean '--strict'?"),
    ("validate --fail-no note", "did you mean '--fail-on'?"),
    ("validate --jelp", "did you mean '--help'?"),
    ("--fromat json", "did you mean '--format'?"),
    ("--format jsom", "did you mean 'json'?"),
    ("--format JSON", "did you mean 'json'?"),
    ("validte", "did you mean 'validate'?"),
    ("secrets rotaet", "did you mean 'rotate'?"),
    ("something", "the commands are validate, help, secrets"),
    ("__complet", "the commands are validate, help, secrets"),
    ("--strict validate", "write '--strict' after the name of the command"),
    ("--env prod secrets set", "write '--env' after the name of the command"),
    ("--unheard --strict validate", nil),
    ("secrets rotate A --force", nil),
    ("validate --env prod", nil),
    ("validate -z", nil),
    ("secrets set", nil),
  ])
  func hints(_ line: String, at hint: String?) throws {
    let error = try #require(failure(line))
    #expect(error.hint == hint)
  }

  @Test(arguments: [
    ("nothing", "flyconf [<COMMAND>]"),
    ("secrets nothing", "flyconf secrets <COMMAND>"),
    ("secrets set", "flyconf secrets set <NAME> [--env <ENV>] [--force]"),
    ("secrets -q rotate", "flyconf secrets rotate <NAME> [<LEVEL>]"),
    ("validate --nope", "flyconf validate [<PATH>...] [<OPTION>...]"),
  ])
  func showsTheUsageOfTheCommandReached(_ line: String, usage: String) throws {
    #expect(try #require(failure(line)).usage == usage)
  }

  @Test func neverRepeatsAWordThatMayBeASecret() throws {
    let error = try #require(failure("secrets set TOKEN hunter2"))
    #expect(error.message == "unexpected argument")
    #expect(error.hint == "the value is read from standard input")
    #expect(!"\(error)".contains("hunter2"))
  }

  @Test func reportsTheFirstMistake() throws {
    #expect(failure("--nope nothing --other")?.message == "unknown option '--nope'")
  }

  @Test func carriesTheHelpOfAGroupNamedWithoutACommand() throws {
    let page = try tool.help(for: ["secrets"])
    #expect(failure("secrets")?.page == page)
    #expect(failure("-q secrets")?.page == page)
    #expect(failure("secrets nothing").map { $0.page == nil } == true)
  }

  @Test func stopsListsAtEightNames() {
    let names = (1...10).map { "c\($0)" }
    let error = UsageError.unknownCommand("nothing", choices: names)
    #expect(error.hint == "the commands are c1, c2, c3, c4, c5, c6, c7, c8 … and 2 more")
    #expect(Spelling.list(Array(names.prefix(8))) == "c1, c2, c3, c4, c5, c6, c7, c8")
  }

  @Test func readsAnUnreadableNumberAsAMistake() {
    let syntax = CommandSyntax("x", "X", { (n: Int) in n }, .argument("N", "N"))
    #expect(
      throws: UsageError(
        message: "invalid value 'one' for N (expected a whole number)", usage: "x <N>")
    ) {
      try syntax.parse(["one"])
    }
  }
}
