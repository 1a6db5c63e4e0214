import Testing

@testable import CommandKit

struct CommandTreeTests {
  @Test(arguments: [
    "-C dir secrets set A", "secrets -C dir set A", "secrets set -C dir A", "secrets set A -C dir",
    "--project=dir secrets set A", "secrets set A -Cdir",
  ])
  func readsSharedOptionsAnywhere(_ line: String) throws {
    let invocation = try tool.parse(words(line))
    #expect(invocation.shared == SharedOptions(project: "dir"))
    #expect(invocation.action == .set(SecretSet(name: "A")))
  }

  @Test func readsOptionsOfTheCommandBetweenArguments() throws {
    let action = try tool.parse(words("validate a --strict b --format json c")).action
    #expect(action == .validate(Validate(paths: ["a", "b", "c"], strict: true)))
  }

  @Test func combinesShortFlagsOfTheTreeAndTheCommand() throws {
    let invocation = try tool.parse(words("validate -qn"))
    #expect(invocation.shared?.quiet == true)
    #expect(invocation.action == .validate(Validate(dryRun: true)))
  }

  @Test func takesTheLastOfASharedOptionWrittenTwice() throws {
    let invocation = try tool.parse(words("--format json validate --format jsonl"))
    #expect(invocation.shared?.format == .jsonl)
  }

  @Test func readsAValueThatIsTheNameOfACommand() throws {
    let invocation = try tool.parse(words("--project secrets validate"))
    #expect(invocation.shared?.project == "secrets")
    #expect(invocation.action == .validate(Validate()))
  }

  @Test func readsCommandNamesAfterTwoDashes() throws {
    let action = try tool.parse(words("-- validate --strict")).action
    #expect(action == .validate(Validate(paths: ["--strict"])))
  }

  @Test func runsTheDefaultActionWithoutACommand() throws {
    #expect(try tool.parse([]).action == .overview)
    let invocation = try tool.parse(words("-q --now 2026-01-31T12:00:00Z"))
    #expect(invocation.action == .overview)
    #expect(invocation.shared?.now == Moment(argument: "2026-01-31T12:00:00Z"))
  }

  @Test func missesACommandWhereThereIsNoDefaultAction() throws {
    var tree = tool
    tree.defaultAction = nil
    let error = try #require(throws: UsageError.self) { try tree.parse(["-q"]) }
    #expect(error.message == "missing command after 'flyconf'")
    #expect(error.usage == "flyconf <COMMAND>")
    #expect(try error.page == tree.help(for: []))
  }

  @Test func callsAHiddenCommand() throws {
    let action = try tool.parse(words("__complete -- secrets --help ''")).action
    #expect(action == .complete(CompleteStub(words: ["secrets", "--help", ""])))
  }

  @Test(arguments: [
    ("--help", []), ("-h", []), ("-qh", []), ("--nope --help", []), ("nothing --help", []),
    ("nothing secrets -h", []),
    ("--format xml -h", []), ("secrets -h", ["secrets"]), ("-h secrets", ["secrets"]),
    ("secrets nothing -h", ["secrets"]), ("secrets set -h", ["secrets", "set"]),
    ("secrets --help set A B C", ["secrets", "set"]), ("validate --env --help", ["validate"]),
    ("validate --fail-on --help", ["validate"]), ("validate --version --help", ["validate"]),
    ("__complete -h", ["__complete"]),
  ])
  func helpsWithTheDeepestCommandReached(_ line: String, path: [String]) throws {
    let page = try tool.help(for: path)
    #expect(try tool.parse(words(line)).page == page)
  }

  @Test func readsARequestForHelpAfterTwoDashesAsAnArgument() throws {
    let action = try tool.parse(words("validate -- --help")).action
    #expect(action == .validate(Validate(paths: ["--help"])))
  }

  @Test(arguments: ["--version", "-q --version", "--nope --version", "--version --help"])
  func showsTheVersionBeforeAnythingElse(_ line: String) throws {
    #expect(try tool.parse(words(line)).isVersion)
  }

  @Test func readsSharedOptionsOfALineWithMistakes() {
    #expect(tool.sharedOptions(in: words("nope --format json --x"))?.format == .json)
    #expect(tool.sharedOptions(in: words("validate --nope -C dir"))?.project == "dir")
    #expect(tool.sharedOptions(in: words("validate --format xml")) == nil)
  }

  @Test func takesClosuresAsActions() throws {
    typealias Run = @Sendable (inout [String]) throws -> Int
    let command = AnyCommand<Run>(SecretSet.syntax) { command in
      { console in
        console.append(command.name)
        return 3
      }
    }
    let tree = CommandTree(
      root: CommandGroup("t", "T", [.command(command)]), shared: SharedOptions.parameter)
    var console: [String] = []
    guard case .run(_, let run) = try tree.parse(["set", "A"]) else {
      Issue.record("not run")
      return
    }
    #expect(try run(&console) == 3)
    #expect(console == ["A"])
  }

  @Test func makesNoSyntaxBehindThatOfTheCommandNamed() throws {
    @Sendable func unneeded() -> CommandSyntax<Bool> {
      Issue.record("made")
      return CommandSyntax("z", "Z", { $0 }, .flag("--quiet", summary: "Q"))
    }
    let tree = CommandTree<SharedOptions, Action>(
      root: CommandGroup(
        "t", "T",
        [
          .command(AnyCommand(Validate.syntax) { .validate($0) }),
          .command(AnyCommand(unneeded()) { _ in .overview }),
        ]),
      shared: SharedOptions.parameter, defaultAction: .overview)
    for line in ["validate", "validate --help", "--version", ""] {
      _ = try tree.parse(words(line))
    }
  }

  @Test func listsTheCommandsThatAreNotHidden() {
    let paths = tool.commands.map { $0.path.joined(separator: " ") }
    #expect(paths == ["validate", "help", "secrets set", "secrets rotate"])
    #expect(tool.commands.last?.description.summary == "Replace a value by a new one")
  }

  @Test func findsNoMistakeInASoundTree() {
    #expect(tool.mistakes == [])
  }

  @Test func findsWhatIsWrongWithATree() {
    let broken = CommandSyntax(
      "a", "A.", { (_: Bool, _: Bool, _: [String], _: [String]) in 1 },
      .flag("--quiet", summary: "Q"), .flag("--x=", "-12", "--y", summary: "X"),
      .argument("A", "A"), .argument("B", "B"))
    let command = AnyCommand(broken) { _ in 1 }
    let tree = CommandTree<SharedOptions, Int>(
      root: CommandGroup(
        "t", "T", [.command(command), .command(command), .group(CommandGroup("g", "G", []))]),
      shared: Parameter<String>.argument("DIR", "D").map { _ in SharedOptions() })
    let ofCommand = [
      "'t a' cannot read option '--x='", "'t a' cannot read option '-12'",
      "'t a' cannot read option '--y'", "'t a' has two repeating arguments",
      "'t a' has a full stop in 'A.'",
    ]
    #expect(
      tree.mistakes == ["an argument is shared by all commands", "'t' has two commands 'a'"]
        + ofCommand + ofCommand + ["'t g' has no commands"])
    var clashing = tool
    let overview = AnyCommand<Action>(broken) { _ in .overview }
    clashing.root.sections = [CommandSection("X", [.command(overview)])]
    #expect(clashing.mistakes.contains("'flyconf a' has two options '--quiet'"))
  }
}
