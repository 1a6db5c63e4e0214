import DeployModel
import Foundation
import Testing

@testable import flyconf

/// Where values come from, and in which form they leave.
@Suite struct ValueSourceTests {
  private let project: VaultProject

  init() throws { project = try VaultProject() }

  @Test func valuesComeFromFiles() throws {
    defer { project.remove() }
    try project.test.write("first\nsecond\n", to: "key.pem")
    #expect(project.setStripe("ignored", "--value-file", "key.pem") == .fine)
    #expect(project.output("secrets show stripe --reveal") == "first\nsecond")
    #expect(project.run("secrets set stripe --value-file -", input: "piped\n") == .fine)
    #expect(project.output("secrets show stripe --reveal") == "piped")
    #expect(project.run("secrets set stripe --value-file missing") == .couldNotRun)
    let context = project.test.context(descriptors: [63: "substituted\n"])
    #expect(
      Flyconf.run(["secrets", "set", "stripe", "--value-file", "/dev/fd/63"], in: context) == .fine)
    #expect(project.output("secrets show stripe --reveal") == "substituted")
  }

  @Test func onlyOneSourceIsTaken() {
    defer { project.remove() }
    #expect(project.run("secrets set stripe --value-file a --generate hex:32") == .usage)
  }

  @Test func emptyAndEndlessValuesAreRefused() throws {
    defer { project.remove() }
    for value in ["", "\n", "\r\n"] {
      #expect(project.run("secrets set stripe", input: value) == .usage)
    }
    #expect(project.run("secrets set stripe", answers: [""]) == .usage)
    let mebibyte = String(repeating: "x", count: 1 << 20)
    #expect(project.run("secrets set stripe", input: mebibyte + "y") == .usage)
    #expect(project.test.errors.text.contains("more than the limit of 1 MiB"))
    #expect(project.setStripe(mebibyte) == .fine)
    #expect(project.output("secrets show stripe --reveal") == mebibyte)
  }

  @Test func bytesThatAreNoTextComeBackAsTheyAre() throws {
    defer { project.remove() }
    let path = project.test.folder.appending(path: "key.bin")
    try Data([0xFF, 0x01, 0xFE]).write(to: path)
    #expect(project.setStripe("", "--value-file", "key.bin") == .fine)
    let raw = project.test.output.bytes.count
    #expect(project.run("secrets show stripe --reveal") == .fine)
    #expect(Array(project.test.output.bytes.dropFirst(raw)) == [0xFF, 0x01, 0xFE])
    #expect(project.run("secrets show stripe --reveal --output out.bin") == .fine)
    let written = try Data(contentsOf: project.test.folder.appending(path: "out.bin"))
    #expect(written == Data([0xFF, 0x01, 0xFE]))
    let json = project.output("secrets show stripe --reveal --format json")
    #expect(json.contains(#""value_base64url": "_wH-""#))
  }

  @Test func valuesAreMadeAtRandom() throws {
    defer { project.remove() }
    #expect(project.setStripe("", "--generate", "hex:32") == .fine)
    let value = project.output("secrets show stripe --reveal")
    #expect(value.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(!project.test.errors.text.contains(value))
  }

  @Test func aTerminalIsToldWhatToDoAboutBytes() throws {
    defer { project.remove() }
    try Data([0xFF]).write(to: project.test.folder.appending(path: "key.bin"))
    #expect(project.setStripe("", "--value-file", "key.bin") == .fine)
    let context = project.test.context(environment: project.environment, isOutTerminal: true)
    let before = project.test.output.bytes.count
    #expect(Flyconf.run(["secrets", "show", "stripe", "--reveal"], in: context) == .couldNotRun)
    #expect(project.test.errors.text.contains("`--output FILE` writes its bytes to a file"))
    #expect(project.test.output.bytes.count == before)
    #expect(project.run("secrets set stripe", input: "text") == .fine)
    #expect(Flyconf.run(["secrets", "show", "stripe", "--reveal"], in: context) == .fine)
    #expect(project.test.output.text.hasSuffix("text\n"))
  }

  @Test func valuesComeFromPipes() throws {
    defer { project.remove() }
    let pipe = project.test.folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    Thread.detachNewThread { try? Data("piped\n".utf8).write(to: URL(filePath: pipe)) }
    #expect(project.setStripe("ignored", "--value-file", "pipe") == .fine)
    #expect(project.output("secrets show stripe --reveal") == "piped")
    #expect(project.run("secrets set stripe --value-file /dev/stdin", input: "standard") == .fine)
    #expect(project.output("secrets show stripe --reveal") == "standard")
    #expect(project.run("secrets set stripe --value-file /dev/zero") == .couldNotRun)
    #expect(project.test.errors.text.contains("it has more than the limit of 1 MiB"))
    #expect(project.run("secrets set stripe --value-file .") == .couldNotRun)
  }

  @Test func whatNamesNoFileIsNotRepeated() {
    defer { project.remove() }
    let long = String(repeating: "hunter2", count: 60)
    for value in ["hunter2", "hunter2/abc+def==", "./hunter2.txt", long] {
      #expect(project.setStripe("x", "--value-file", value) == .couldNotRun)
    }
    #expect(project.test.errors.text.contains("--value-file names no file that can be found"))
    #expect(!project.test.screen.text.contains("hunter2"))
  }

  @Test func anIdentityIsShownToProgramsByItsPublicKeys() throws {
    defer { project.remove() }
    let output = project.output("identity show --format json")
    let shown = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: String])
    #expect(
      shown.keys.sorted() == [
        "encryption_key", "file", "fingerprint", "format", "kind", "signing_key", "source",
      ])
    #expect(shown["format"] == "flyconf.identity-show/1")
    #expect([shown["kind"], shown["source"]] == ["plain", "default"])
    let manifest = try project.test.read("flyconf/vault.json")
    for name in ["encryption_key", "signing_key"] {
      #expect(manifest.contains("\"\(name)\": \"\(shown[name] ?? "none")\""))
    }
    let secret = try String(contentsOfFile: project.test.ordinaryIdentity, encoding: .utf8)
    #expect(!output.contains(secret.dropLast()))
  }

  @Test func aRequestThatLooksLikeASecretIsNotRepeated() {
    defer { project.remove() }
    let token = ["sk_", "live_51NxT9pQ7vLrW2mK8dYcZ4aB6"].joined()
    #expect(project.run("vault members add bob \(token) --owner") == .usage)
    #expect(project.run("identity show FLYCONF-IDENTITY-1-abcdefgh") == .noKey)
    #expect(project.run("identity unlock FLYCONF-IDENTITY-1-abcdefgh") == .noKey)
    #expect(!project.test.screen.text.contains("51Nx"))
    #expect(!project.test.screen.text.contains("abcdefgh"))
  }

  // MARK: A passphrase beside a value

  @Test(arguments: [
    "secrets set stripe", "secrets rotate stripe", "env set API_KEY", "vault members add bob -",
    "secrets set stripe --value-file -", "secrets set stripe --value-file /dev/stdin",
    "vault members replace bob -",
  ])
  func aPassphraseIsNotReadFromWhereAValueIs(_ line: String) throws {
    defer { project.remove() }
    let words = line.split(separator: " ").map(String.init)
    for isVariable in [false, true] {
      let read = TextBuffer()
      var environment = project.environment
      if isVariable { environment["FLYCONF_PASSPHRASE_FD"] = "0" }
      let rights = words.contains("add") ? ["--owner"] : []
      var context = project.test.context(environment: environment)
      context.console.readInput = { _ in
        read.append("read")
        return Array("value".utf8)
      }
      let option = isVariable ? [] : ["--passphrase-fd", "0"]
      #expect(Flyconf.run(words + rights + option, in: context) == .usage)
      #expect(read.text == "")
      let name = isVariable ? "FLYCONF_PASSPHRASE_FD" : "--passphrase-fd"
      #expect(
        project.test.errors.text.contains(
          "and the passphrase that \(name) names would both be read from standard input"))
    }
  }

  @Test func aDescriptorIsReadOnce() {
    defer { project.remove() }
    let context = project.test.context(descriptors: [3: "value"])
    let words = ["secrets", "set", "stripe", "--value-file", "/dev/fd/3", "--passphrase-fd", "3"]
    #expect(Flyconf.run(words, in: context) == .usage)
    #expect(project.test.errors.text.contains("would both be read from file descriptor 3"))
  }
}
