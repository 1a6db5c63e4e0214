import Foundation
import Testing

@testable import flyconf

/// What is offered while a command line is typed, and the scripts by which shells ask for it.
@Suite struct CompletionTests {
  private func program(_ body: (TestContext) throws -> Void) throws {
    let test = try TestContext()
    defer { test.remove() }
    try body(test)
  }

  /// What a shell is told: the first line says what it is to offer itself.
  private func answer(_ words: String..., in test: TestContext) -> [String] {
    let before = test.output.text.count
    #expect(Flyconf.run(["__complete", "--"] + words, in: test.context()) == .fine)
    return test.output.text.dropFirst(before).split(separator: "\n").map(String.init)
  }

  @Test func offersCommandsOptionsAndTheirValues() throws {
    try program { test in
      let commands = answer("va", in: test)
      #expect(commands.map { $0.prefix { $0 != "\t" } } == ["none", "validate", "vault"])
      #expect(answer("validate", "--fail-on", "", in: test).dropFirst().contains("warning"))
      #expect(
        answer("env", "list", "--env=st", in: test) == ["none", "--env=staging"])
      #expect(answer("validate", "", in: test) == ["files"])
      #expect(answer("init", "", in: test) == ["directories"])
      #expect(answer("nonsense", "", in: test) == ["none"])
      #expect(!answer("", in: test).contains { $0.hasPrefix("__") })
    }
  }

  @Test func offersTheNamesOfTheProject() throws {
    try program { test in
      try test.copy("Examples/ezedit")
      let credentials = answer("secrets", "rotate", "-C", "Examples/ezedit", "str", in: test)
      #expect(credentials == ["none", "stripe"])
      let variables = answer("-C", "Examples/ezedit", "env", "get", "DATABASE", in: test)
      #expect(variables.dropFirst().first == "DATABASE_URL")
      #expect(answer("validate", "--rule", "FC40", in: test)[1].hasPrefix("FC401\t"))
      #expect(answer("init", "--region", "fr", in: test)[1].hasPrefix("fra\t"))
      // No project is no reason to complain while someone types.
      #expect(answer("secrets", "rotate", "str", in: test) == ["none"])
      #expect(test.errors.text == "")
    }
  }

  // MARK: In the real shells

  /// Runs a script in a shell that has the tool's folder in its PATH.
  private func lines(_ shell: String, _ script: String) throws -> [String]? {
    let places = ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + shell }
    guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      print("skipped: there is no \(shell) here, so its completion script is not tried")
      return nil
    }
    let folder = Program.url.deletingLastPathComponent().path
    let environment = ["PATH": "\(folder):/usr/bin:/bin", "HOME": "/nonexistent"]
    let result = try Program.start(path, ["-c", script], environment: environment)
    #expect(result.errors == "")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func bashCompletes() throws {
    let script = """
      source <(flyconf completions bash)
      try() {
        COMP_LINE="$1" COMP_POINT=${#1} COMP_WORDS=(flyconf "${@:2}") COMP_CWORD=$(($# - 1))
        _flyconf; echo "$1> ${COMPREPLY[*]}"
      }
      try 'flyconf va' va
      try 'flyconf validate --fail-on ' validate --fail-on ''
      try 'flyconf validate --fail-on=w' validate --fail-on = w
      try 'flyconf env list --env=' env list --env =
      """
    guard let lines = try lines("bash", script) else { return }
    #expect(
      lines == [
        "flyconf va> validate vault", "flyconf validate --fail-on > error warning note none",
        "flyconf validate --fail-on=w> warning",
        "flyconf env list --env=> production staging development",
      ])
  }

  @Test func zshCompletes() throws {
    // Stands for the completion system, which needs a terminal.
    let script = """
      compdef() { : }
      _describe() { print -r -- "words ${(P)${@[-1]}}" }
      _files() { print -r -- "files $@" }
      compset() { : }
      source <(flyconf completions zsh)
      words=(flyconf va) CURRENT=2 PREFIX=va; _flyconf
      words=(flyconf validate --fail-on '') CURRENT=4 PREFIX=; _flyconf
      words=(flyconf validate '') CURRENT=3 PREFIX=; _flyconf
      """
    guard let lines = try lines("zsh", script) else { return }
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("words validate:Find every mistake") ?? false)
    #expect(lines.dropFirst().first == "words error:error warning:warning note:note none:none")
    #expect(lines.last == "files ")
  }

  @Test func fishCompletes() throws {
    let script = """
      flyconf completions fish | source
      complete -C 'flyconf va'
      complete -C 'flyconf validate --fail-on '
      complete -C 'flyconf env list --env=st'
      """
    guard let lines = try lines("fish", script) else { return }
    #expect(
      lines.map { $0.prefix { $0 != "\t" } }.sorted() == [
        "--env=staging", "error", "none", "note", "validate", "vault", "warning",
      ])
  }
}
