import DeployModel
import Foundation
import Testing

@testable import flyconf

/// What people and programs are told of a file that is imported, or is not.
@Suite struct ImportMessageTests {
  private let project: VaultProject

  init() throws { project = try VaultProject() }

  /// What only the vault tells is named in the same round as what stands in the file.
  @Test func allMistakesOfCredentialsComeInOneRound() throws {
    defer { project.remove() }
    for value in ["old", "new"] {
      let text = "STRIPE_KEY=\(value)-1\nOPENAI_KEY=\(value)-2"
      #expect(project.run("secrets import -", input: text) == .fine)
    }
    for (key, number) in [("STRIPE_KEY", 1), ("OPENAI_KEY", 2)] {
      #expect(
        project.run(["secrets", "rotate", key], input: "third-\(number)", daysLater: 1) == .fine)
    }
    let before = try project.files()
    let text = "STRIPE_KEY=new-1\nnonsense\nEMPTY=\nOPENAI_KEY=new-2\nNEW= #x"
    #expect(project.run("secrets import -", input: text, daysLater: 2) == .usage)
    let errors = project.test.errors.text
    for mistake in [
      "error: standard input:1: the new value of 'STRIPE_KEY' (production) is one that it has had",
      "error: standard input:2:9: there is no '=' on this line",
      "error: standard input:3: the value is empty",
      "error: standard input:4: the new value of 'OPENAI_KEY' (production) is one that it has had",
      "error: standard input:5:6: readers of .env files differ",
    ] { #expect(errors.contains(mistake), "\(mistake)") }
    #expect(try project.files() == before)
  }

  @Test func aFileWithMistakesNeedsNoVaultToBeToldOfThem() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("A", to: "bad.env")
    #expect(test.run("env", "import", "bad.env") == .usage)
    #expect(test.errors.text.contains("error: bad.env:1:2: there is no '='"))
  }

  /// The advice for what is to be plain ends what it is for.
  @Test func whatIsSecretBecomesPlainAsItIsAdvised() throws {
    defer { project.remove() }
    #expect(project.run("env import -", input: "FLAG=1") == .fine)
    #expect(project.run("env import - --plain FLAG,OTHER", input: "X\nFLAG=2\nOTHER=1") == .usage)
    #expect(
      project.test.errors.text.contains(
        "error: standard input:2: 'FLAG' (production) is there already with the category 'api'"))
    #expect(project.run("env import - --plain FLAG --category system", input: "FLAG=2") == .usage)
    #expect(
      project.test.errors.text.contains(
        "first with `flyconf env set FLAG --env production --plain --category system`"))
    #expect(
      project.run("env set FLAG --env production --plain --category system", input: "1") == .fine)
    #expect(project.run("env import - --plain FLAG", input: "FLAG=2") == .fine)
    #expect(try project.test.read("flyconf/variables.json").contains("plain:2"))
    // What is new has the line too, and an advice of its own.
    #expect(project.run("env import - --plain B --category api", input: "A=1\nB=1") == .usage)
    #expect(
      project.test.errors.text.contains("error: standard input:2: 'B' has the category 'api'"))
  }

  @Test func whatOthersReadOtherwiseIsNotedWithItsLines() {
    defer { project.remove() }
    let text = "A=hun#ter\nB=\"$HOME/hun\"\nC=\"x\nhun=ter\n\"\nFLY_X=1\n"
    #expect(project.run("env import -", input: text) == .fine)
    let errors = project.test.errors.text
    for (note, names) in [
      ("note: kept with '#' and what follows", "A (line 1)"),
      ("note: kept with '${…}' or '$…' as it stands", "B (line 2)"),
      ("note: read over lines that look like variables", "C (lines 3 to 5)"),
      ("note: named with 'FLY_', which Fly.io keeps to itself", "FLY_X"),
    ] {
      let line = errors.split(separator: "\n").first { $0.hasPrefix(note) }
      #expect(line?.hasSuffix(": \(names)") == true, "\(note)")
    }
    #expect(!errors.contains("hun"))
    #expect(project.run("secrets import -", input: "X=hun#ter") == .fine)
    #expect(
      project.test.errors.text.contains("take for a comment; quotes make it certain: X (line 1)"))
  }

  @Test func programsAreToldWhatPeopleAre() {
    defer { project.remove() }
    let text = "A=b#c\nSTRIPE_API_KEY=hunter2"
    #expect(project.run("env import - --format json", input: text) == .fine)
    let output = project.test.output.text
    #expect(output.contains(#""likely_credentials": ["STRIPE_API_KEY"]"#))
    #expect(output.contains(#""notes": ["#))
    #expect(output.contains("A (line 1)"))
    #expect(project.test.errors.text.contains("these look like credentials"))
    #expect(!project.test.errors.text.contains("next:"))
    #expect(project.run("secrets import - --format json --quiet", input: "ODD=hunter2") == .fine)
    #expect(project.test.output.text.contains(#""category_assumed": true"#))
    #expect(project.test.output.text.contains("taken for credentials of the category 'hosting'"))
    #expect(!project.test.errors.text.contains("taken for credentials"))
  }

  @Test func programsAreToldOfEveryMistakeWithItsHelp() {
    defer { project.remove() }
    #expect(project.run("env import - --format json", input: "A\nB= #x") == .usage)
    #expect(
      project.test.output.text.contains(
        #""help": "put the value between quotes, or write the comment on a line of its own""#))
  }
}
