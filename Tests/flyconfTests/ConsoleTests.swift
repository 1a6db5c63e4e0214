import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct ConsoleTests {
  @Test func writesTheResultToTheFileThatOutputNames() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    #expect(test.run("rules", "-o", "rules.txt") == .fine)
    #expect(test.output.text == "")
    #expect(try test.read("rules.txt").hasPrefix("FC001"))
  }

  @Test func leavesTheOldFileWhereACommandFails() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write("old", to: "out.txt")
    #expect(test.run("validate", "-o", "out.txt") == .couldNotRun)
    #expect(try test.read("out.txt") == "old")
  }

  @Test func saysThatTheDiskIsFullAndLeavesNoHalfProject() throws {
    let test = try TestContext()
    defer { test.remove() }
    var files = FileSystem()
    let count = TextBuffer()
    files.fault = { call, _ in
      guard call == .create else { return nil }
      count.append("+")
      return count.text.count > 3 ? ENOSPC : nil
    }
    #expect(test.run("init", "--app", "harbour", files: files) == .couldNotRun)
    #expect(test.errors.text.contains("the disk is full"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: test.folder.appending(path: "flyconf").path)
    #expect(left == [])
    #expect(test.run("init", "--app", "harbour") == .fine)
  }

  @Test func printsColourOnlyWhereItIsWanted() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    test.run("validate", "-C", "Examples/ezedit")
    #expect(!test.output.text.contains("\u{1B}["))
    test.run("validate", "-C", "Examples/ezedit", "--color", "always")
    #expect(test.output.text.contains("note[FC411]\u{1B}[0m"))
  }

  @Test func showsControlCharactersOfAnArgumentAsText() throws {
    let test = try TestContext()
    defer { test.remove() }
    test.run("-C", "/no\u{1B}[2J", "validate")
    #expect(!test.errors.text.contains("\u{1B}"))
    #expect(test.errors.text.contains("\\u{1b}"))
  }

  @Test func oneClockDecidesWhatIsDue() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    let validate = ["validate", "-C", "Examples/ezedit", "--rule", "FC306", "--quiet"]
    func code(_ words: [String], _ environment: [String: String] = [:]) -> ExitCode {
      Flyconf.run(words, in: test.context(environment: environment))
    }
    #expect(code(validate) == .fine)
    #expect(code(validate, ["FLYCONF_NOW": "2027-06-01T00:00:00Z"]) == .found)
    #expect(
      code(validate + ["--now", "2026-11-23T00:00:00Z"], ["FLYCONF_NOW": "2027-06-01T00:00:00Z"])
        == .fine)
  }

  @Test func findsTheProjectByFlagThenEnvironmentThenFolder() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.copy("Examples")
    let minimal = ["FLYCONF_PROJECT": "Examples/minimal"]
    test.run("show", "deployment", environment: minimal)
    #expect(test.output.text.hasPrefix("app_name          hello"))
    test.run("show", "deployment", "-C", "Examples/ezedit", environment: minimal)
    #expect(test.output.text.contains("app_name            ezedit"))
    #expect(test.run("show", "deployment") == .couldNotRun)
  }
}
