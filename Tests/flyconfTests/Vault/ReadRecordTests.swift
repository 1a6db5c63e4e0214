import DeployModel
import Foundation
import Testing

@testable import flyconf

/// A value is released only when a record of the read has been stored.
@Suite struct ReadRecordTests {
  private let project: VaultProject

  init() throws {
    project = try VaultProject()
    #expect(project.setStripe() == .fine)
  }

  private func reveal(to file: String, files: FileSystem = FileSystem()) -> ExitCode {
    let environment = project.environment.merging(["FLYCONF_AUDIT": file]) { $1 }
    let context = project.test.context(environment: environment, files: files)
    return Flyconf.run(["secrets", "show", "stripe", "--reveal"], in: context)
  }

  private func path(_ name: String) -> String { project.test.folder.appending(path: name).path }

  private var isReleased: Bool { project.test.output.text.contains("hunter2-stripe") }

  // MARK: A file that is named

  @Test func recordsGoToTheFileThatIsNamed() throws {
    defer { project.remove() }
    #expect(reveal(to: "reads.jsonl") == .fine)
    #expect(reveal(to: "reads.jsonl") == .fine)
    #expect(try project.test.read("reads.jsonl").split(separator: "\n").count == 2)
    #expect(project.output("audit import reads.jsonl") == "collected 2 records, 0 known already\n")
    #expect(project.run("audit list") == .fine)
  }

  @Test func aLogThatLostALineIsNotCalledAnothers() throws {
    defer { project.remove() }
    #expect(project.run("env set ONE --category api --description For-tests", input: "1") == .fine)
    #expect(project.run("env set TWO --category api --description For-tests", input: "2") == .fine)
    let environment = project.environment.merging(["FLYCONF_AUDIT": "reads.jsonl"]) { $1 }
    let context = project.test.context(environment: environment)
    #expect(Flyconf.run(["secrets", "export", "--for", "json"], in: context) == .fine)
    let lines = try project.test.read("reads.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    try project.test.write("\(lines[0])\n", to: "torn.jsonl")
    #expect(project.run("audit import torn.jsonl") == .integrity)
    #expect(
      project.test.errors.text.contains(
        "1 of 1 records are vouched for by none behind them: a line of the log is missing or torn"))
  }

  @Test func anyOtherFileIsLeftAsItIs() throws {
    defer { project.remove() }
    try project.test.write("keep = 1\n", to: "notes.txt")
    try project.test.write("{\"format\":\"flyconf.reads/2\"}", to: "other.jsonl")
    try FileManager.default.linkItem(
      atPath: path("flyconf/deployment.json"), toPath: path("hard.json"))
    let before = try project.files()
    for name in ["notes.txt", "other.jsonl", "hard.json"] {
      let text = try project.test.read(name)
      #expect(reveal(to: name) == .couldNotRun)
      #expect(try project.test.read(name) == text)
    }
    #expect(project.test.errors.text.contains("it is no log of reads, and is left as it is"))
    #expect(try project.files() == before)
    #expect(!isReleased)
  }

  @Test func nothingIsWrittenAmongTheFilesOfTheProject() throws {
    defer { project.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("flyconf"))
    let before = try project.files()
    for name in [
      "flyconf/credentials.json", "flyconf/vault.json", "flyconf/audit/new.jsonl",
      "flyconf/health.json", "link/reads.jsonl", "flyconf/../flyconf/x",
    ] {
      #expect(reveal(to: name) == .couldNotRun, "\(name)")
    }
    #expect(project.test.errors.text.contains("it is among the files of the project"))
    #expect(try project.files() == before)
    #expect(!isReleased)
    #expect(reveal(to: "flyconf/reads/mine.jsonl") == .couldNotRun)
    #expect(project.run("secrets show stripe --reveal") == .fine)
    #expect(reveal(to: "flyconf/reads/mine.jsonl") == .fine)
  }

  // MARK: What goes wrong

  @Test(arguments: [1, 40, 200])
  func aLineThatWasCutOffIsNamedAndTakesNoOtherWithIt(_ count: Int) throws {
    defer { project.remove() }
    #expect(project.run("secrets show stripe --reveal") == .fine)
    let folder = path("flyconf/reads")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = try project.test.read("flyconf/reads/\(name)")
    try project.test.write(String(text.dropLast(count)), to: "flyconf/reads/\(name)")
    #expect(project.run("secrets show stripe --reveal") == .fine)
    let lines = try project.test.read("flyconf/reads/\(name)").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasSuffix("\"}") ?? false)
    #expect(project.run("audit list") == (count == 1 ? .fine : .integrity))
    #expect(project.test.errors.text.contains("line 1 is not as it was written") == (count > 1))
  }

  @Test func nothingIsReleasedWhereTheFolderCannotBeWritten() throws {
    defer { project.remove() }
    var files = FileSystem()
    files.fault = { call, path in
      path.contains("/reads") && [.create, .write, .createFolder, .open].contains(call)
        ? EACCES : nil
    }
    let context = project.test.context(environment: project.environment, files: files)
    #expect(Flyconf.run(["secrets", "show", "stripe", "--reveal"], in: context) == .couldNotRun)
    #expect(project.test.errors.text.contains("nothing is released, because the read cannot be"))
    #expect(!isReleased)
  }

  @Test func noChangeIsMadeWhereTheLedgerCannotBeWritten() throws {
    defer { project.remove() }
    let before = try project.files()
    var files = FileSystem()
    files.fault = { call, path in
      path.contains("/flyconf/audit/") && [.create, .rename].contains(call) ? EACCES : nil
    }
    let context = project.test.context(
      environment: project.environment, input: "sk-2", files: files)
    #expect(Flyconf.run(["secrets", "set", "stripe"], in: context) == .couldNotRun)
    #expect(project.test.errors.text.contains("permission denied"))
    #expect(try project.files() == before)
    #expect(project.output("secrets show stripe --reveal") == "hunter2-stripe")
  }

  @Test func nothingIsReleasedWhereStandardErrorIsClosed() throws {
    defer { project.remove() }
    #expect(project.run("identity show") == .fine)
    let environment = project.environment.merging([
      "FLYCONF_AUDIT": "-", "XDG_CONFIG_HOME": project.test.home.appending(path: ".config").path,
      "XDG_STATE_HOME": project.test.home.appending(path: ".local/state").path,
    ]) { $1 }
    let words = "\"$0\" secrets show stripe --reveal"
    let folder = project.test.folder
    let open = try Program.shell(words, in: folder, environment: environment)
    #expect(open.output == "hunter2-stripe", "\(open.errors)")
    #expect(open.errors.contains("flyconf.read/1"))
    let before = try project.files()
    let closed = try Program.shell(words + " 2>&-", in: folder, environment: environment)
    #expect(closed.output == "")
    #expect(closed.exitCode == 3)
    #expect(try project.files() == before)
  }
}
