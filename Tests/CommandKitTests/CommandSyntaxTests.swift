import Testing

@testable import CommandKit

struct CommandSyntaxTests {
  @Test func readsEveryKindOfParameter() throws {
    let command = try Validate.syntax.parse(
      words("a b --strict --fail-on note --rule FC1 --rule FC2 -n"))
    #expect(
      command
        == Validate(
          paths: ["a", "b"], strict: true, failOn: .note, rules: ["FC1", "FC2"], dryRun: true))
  }

  @Test func leavesOutWhatIsNotWritten() throws {
    #expect(try Validate.syntax.parse([]) == Validate())
    #expect(try SecretSet.syntax.parse(["A"]) == SecretSet(name: "A"))
  }

  @Test func readsAnOptionalArgument() throws {
    #expect(try SecretRotate.syntax.parse(["A"]) == SecretRotate(name: "A"))
    #expect(try SecretRotate.syntax.parse(["A", "note"]) == SecretRotate(name: "A", level: .note))
  }

  @Test(arguments: [
    "A -e prod", "A -e=prod", "A -eprod", "A --env prod", "-e prod A", "--env=prod A",
  ])
  func readsAnOptionValue(_ line: String) throws {
    #expect(
      try SecretSet.syntax.parse(words(line)) == SecretSet(name: "A", environment: "prod"))
  }

  @Test func takesTheLastOfAnOptionThatDoesNotRepeat() throws {
    let command = try SecretSet.syntax.parse(words("A --env one -e two"))
    #expect(command.environment == "two")
  }

  @Test func keepsAnEmptyValue() throws {
    #expect(try SecretSet.syntax.parse(["A", "--env="]).environment == "")
    #expect(try SecretSet.syntax.parse(["A", "--env", ""]).environment == "")
    #expect(try SecretSet.syntax.parse(["A", "--env=a=b"]).environment == "a=b")
  }

  @Test func readsCombinedShortOptions() throws {
    let syntax = CommandSyntax(
      "x", "X", { (a: Bool, b: Bool, c: String?) in "\(a) \(b) \(c ?? "nil")" },
      .flag("--all", "-a", summary: "A"), .flag("--both", "-b", summary: "B"),
      .option("--color", "-c", placeholder: "C", "C"))
    #expect(try syntax.parse(["-ab"]) == "true true nil")
    #expect(try syntax.parse(["-bcred"]) == "false true red")
    #expect(try syntax.parse(["-bc", "red"]) == "false true red")
    #expect(try syntax.parse(["-ac=red"]) == "true false red")
    #expect(throws: UsageError(message: "--all takes no value", usage: syntax.usage)) {
      try syntax.parse(["-ba=x"])
    }
    #expect(throws: UsageError(message: "unknown option '-z'", usage: syntax.usage)) {
      try syntax.parse(["-az"])
    }
  }

  @Test func readsEveryWordAfterTwoDashesAsAnArgument() throws {
    let command = try Validate.syntax.parse(words("-- --strict -n --"))
    #expect(command == Validate(paths: ["--strict", "-n", "--"]))
  }

  @Test func readsADashAndNegativeNumbersAsValues() throws {
    #expect(try Validate.syntax.parse(words("- -5 -0.5")).paths == ["-", "-5", "-0.5"])
    #expect(try SecretSet.syntax.parse(words("A --env -")).environment == "-")
    #expect(try SecretSet.syntax.parse(words("A --env -12")).environment == "-12")
    #expect(try SecretSet.syntax.parse(words("A --env=-x")).environment == "-x")
  }

  @Test func servesRequiredArgumentsFirst() throws {
    let syntax = CommandSyntax(
      "copy", "Copy", { (files: [String], target: String) in files + ["to", target] },
      .argument("FILE", "Source"), .argument("TARGET", "Target"))
    #expect(try syntax.parse(["a"]) == ["to", "a"])
    #expect(try syntax.parse(["a", "b", "c"]) == ["a", "b", "to", "c"])
  }

  @Test func refusesNoWordForARepeatingArgumentThatIsRequired() throws {
    let syntax = CommandSyntax(
      "open", "Open", { (files: [String]) in files },
      .argument("FILE", isRequired: true, "Source"))
    #expect(try syntax.parse(["a", "b"]) == ["a", "b"])
    #expect(throws: UsageError(message: "missing argument FILE", usage: "open <FILE>...")) {
      try syntax.parse([])
    }
  }

  @Test func givesAnArgumentItsDefault() throws {
    let syntax = CommandSyntax(
      "wait", "Wait", { (seconds: Int) in seconds }, .argument("SECONDS", default: 3, "How long"))
    #expect(try syntax.parse([]) == 3)
    #expect(try syntax.parse(["-7"]) == -7)
    #expect(syntax.description.parameters.map { $0.defaultText } == ["3"])
  }

  @Test func readsAFlagHoweverOftenItIsWritten() throws {
    #expect(try SecretSet.syntax.parse(words("A --force --force")).force)
  }

  @Test func keepsAnEmptyDefaultOutOfHelp() {
    let parameter = Parameter<String>.option("--text", placeholder: "TEXT", default: "", "Text")
    #expect(parameter.descriptions.map { $0.defaultText } == [nil])
  }

  @Test func readsACommandWithoutParameters() throws {
    let syntax = CommandSyntax("rules", "List rules", { "rules" })
    #expect(try syntax.parse([]) == "rules")
    #expect(throws: UsageError(message: "unexpected argument 'x'", usage: "rules")) {
      try syntax.parse(["x"])
    }
  }

  @Test func mapsAParameterAndKeepsItsDescription() throws {
    let length = Parameter<String>.argument("TEXT", "Text").map { text throws(UsageError) in
      if text.isEmpty { throw UsageError(message: "empty text") }
      return text.count
    }
    let syntax = CommandSyntax("count", "Count", { (count: Int) in count }, length)
    #expect(try syntax.parse(["abc"]) == 3)
    #expect(throws: UsageError(message: "empty text", usage: "count <TEXT>")) {
      try syntax.parse([""])
    }
  }
}

extension CommandSyntax {
  fileprivate var usage: String { Usage.line(of: description, path: [description.name]) }
}
