import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct ExecCommandTests {
  private let project: VaultProject

  init() throws {
    project = try VaultProject()
    set("API_KEY", "hunter2-api")
    set("PORT", "8080", "--plain", "--category", "system")
  }

  private func set(_ key: String, _ value: String, _ words: String...) {
    let options = words.isEmpty ? ["--category", "api"] : words
    #expect(
      project.run(["env", "set", key, "--description", "For tests"] + options, input: value)
        == .fine)
  }

  private func variables(_ line: String) -> [String] {
    project.output(line).split(separator: "\n").map(String.init).sorted()
  }

  private var errors: String { project.test.errors.text }

  private func records() throws -> [String] {
    let reads = try project.files().filter { $0.key.hasPrefix("reads/") }.map(\.value)
    return reads.flatMap { $0.split(separator: "\n").map(String.init) }
  }

  @Test func plainAndSecretVariablesArePassedAndSecretOnesMasked() {
    defer { project.remove() }
    #expect(variables("secrets exec -- env") == ["API_KEY=***", "HOME=/home/you", "PORT=8080"])
    #expect(
      variables("secrets exec --no-mask --pristine -- env")
        == ["API_KEY=hunter2-api", "PORT=8080"])
    #expect(project.output("secrets exec --only PORT --pristine -- env") == "PORT=8080\n")
  }

  @Test func everyValueIsRecordedBeforeItIsPassed() throws {
    defer { project.remove() }
    _ = project.output("secrets exec -- true")
    let records = try records()
    #expect(records.count == 1)
    #expect(records.first?.contains(#""action":"passed""#) == true)
    try FileManager.default.removeItem(
      at: project.test.folder.appending(path: "flyconf/reads"))
    try project.test.write("x", to: "flyconf/reads")
    #expect(project.run("secrets exec -- touch started") == .couldNotRun)
    #expect(errors.contains("nothing is released"))
  }

  @Test func aProgramThatIsNotThereIsNotRecorded() throws {
    defer { project.remove() }
    #expect(project.run("secrets exec -- no-such-program").rawValue == 127)
    #expect(project.run("secrets exec -- /etc/passwd").rawValue == 126)
    #expect(project.run("secrets exec -- /etc").rawValue == 126)
    #expect(project.run("secrets exec -- /no/such/program").rawValue == 127)
    #expect(try records() == [])
  }

  @Test func aRequiredValueThatIsMissingIsNamedBeforeTheStart() throws {
    defer { project.remove() }
    let path = "flyconf/variables.json"
    let entry = """
      {
        "id": "3f2b8c1e-5d7a-4e9b-8a6c-1d2e3f4a5b6c", "key": "QUEUE_URL",
        "encrypted_value": "unset", "environment": "production", "is_secret": true,
        "category": "api", "description": "For tests", "required": true,
        "created_at": "2026-11-23T00:00:00Z", "updated_at": "2026-11-23T00:00:00Z"
      },
      """
    let text = try project.test.read(path)
    try project.test.write(
      text.replacing("\"variables\": [", with: "\"variables\": [" + entry), to: path)
    #expect(project.run("secrets exec -- env") == .found)
    #expect(errors.contains("error: 'QUEUE_URL' (production) is required and has no value yet"))
    #expect(try records() == [])
    #expect(project.run("secrets exec --only API_KEY -- true") == .fine)
  }

  /// Seals a value that no command takes, as a vault may hold one from before it was refused.
  private func sealNUL() throws {
    let options = VaultOptions(identity: IdentityOptions(passphrase: PassphraseOption()))
    let session = try VaultSession.open(
      .writing, options, in: project.test.context(environment: project.environment))
    var draft = try session.draft(session.unlock())
    let found = session.verified.credentials.current("stripe", in: .production).first
    let entry = try #require(found)
    try draft.put(
      entry.node, .credential, over: entry, value: .secret(Secret("hunter2\0nul")), .set)
    try session.commit(draft)
  }

  @Test(.enabled(if: ProgramEnvironment.largestVariable != nil, "the system limits none of them"))
  func aValueThatTheSystemDoesNotTakeIsRefusedByName() throws {
    defer { project.remove() }
    let most = try #require(ProgramEnvironment.largestVariable) - "BIG=".utf8.count - 1
    for (count, result) in [(most, ExitCode.fine), (most + 1, .found)] {
      set("BIG", String(repeating: "x", count: count), "--plain", "--category", "system")
      #expect(project.run("secrets exec -- true") == result)
    }
    #expect(
      errors.contains(
        "'BIG' cannot be passed to a program: its value has \(most + 1) bytes, and the system "
          + "takes at most \(most)"))
  }

  @Test func aValueWithANULIsRefusedByName() throws {
    defer { project.remove() }
    #expect(project.setStripe() == .fine)
    try sealNUL()
    let words = ["env", "set", "BINARY", "--ref", "stripe", "--category", "api"]
    #expect(project.run(words + ["--description", "For tests"]) == .fine)
    #expect(project.run("secrets exec -- env") == .found)
    #expect(errors.contains("'BINARY' cannot be passed to a program: its value has a NUL byte"))
    #expect(!errors.contains("hunter2"))
    #expect(try records() == [])
    #expect(project.run("secrets exec --only API_KEY -- true") == .fine)
  }

  @Test(arguments: ["NODE_OPTIONS", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "PYTHONPATH", "BASH_ENV"])
  func aPlainLoaderVariableIsPassedOnlyWhenItIsNamed(_ key: String) {
    defer { project.remove() }
    set(key, "theirs", "--plain", "--category", "system")
    #expect(!project.output("secrets exec -- env").contains(key))
    #expect(errors.contains("note: '\(key)' is not passed"))
    #expect(variables("secrets exec --pristine --only \(key) -- env").contains("\(key)=theirs"))
  }

  @Test func aSealedLoaderVariableIsPassed() {
    defer { project.remove() }
    set("NODE_OPTIONS", "--max-old-space-size=99", "--category", "system")
    #expect(project.output("secrets exec --no-mask -- env").contains("NODE_OPTIONS=--max"))
  }

  @Test func whatMayNotBeOpenedStopsTheRunOrIsLeftOut() throws {
    defer { project.remove() }
    let bob = try project.join("bob", grants: ["read_only:email:production"])
    #expect(project.run(["secrets", "exec"] + bob + ["--", "env"]) == .noKey)
    #expect(errors.contains("API_KEY"))
    #expect(errors.contains("production/variable/api"))
    let before = project.test.output.text.utf8.count
    #expect(
      project.run(["secrets", "exec", "--granted", "--pristine"] + bob + ["--", "env"]) == .fine)
    #expect(
      String(decoding: project.test.output.text.utf8.dropFirst(before), as: UTF8.self)
        == "PORT=8080\n")
    #expect(errors.contains("note: 'API_KEY' is left out"))
  }

  @Test func aValueTooShortToBeMaskedIsNamed() {
    defer { project.remove() }
    set("PIN", " 42 ")
    _ = project.output("secrets exec -- true")
    #expect(errors.contains("note: too short to be masked: PIN"))
  }

  @Test func theExitCodeIsThatOfTheProgram() {
    defer { project.remove() }
    #expect(project.run("secrets exec -- false") == .program(.exited(1)))
    #expect(project.run("secrets exec -- true") == .fine)
    #expect(ProgramEnd(status: 0x0700) == .exited(7))
    #expect(ProgramEnd(status: 15) == .signaled(15))
    #expect(ExitCode.program(.signaled(15)).rawValue == 143)
  }

  @Test func whatLeadsToTheKeysStaysWithFlyconf() {
    let environment = ProgramEnvironment(variables: [], isPristine: false)
    let inherited = [
      "FLYCONF_IDENTITY=x", "FLYCONF_IDENTITY_FILE=x", "FLYCONF_PASSPHRASE_FD=3", "A=b=c", "EMPTY=",
      "FLYCONF_NOW=2026-11-23T00:00:00Z",
    ].map { Array($0.utf8) }
    #expect(environment.entries(inheriting: inherited) == Array(inherited[3...]))
  }
}
