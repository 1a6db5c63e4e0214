import DeployModel
import Foundation

@testable import flyconf

/// A project in a folder of its own, with a vault that the user has founded as `anna`.
struct VaultProject {
  let test: TestContext
  /// What every run is told, so that nobody has to be asked whether it is the right vault.
  let environment: [String: String]

  init() throws {
    test = try TestContext()
    let identity = try Identity.generate()
    try test.write(Self.line(identity), to: test.ordinaryIdentity, mode: 0o600)
    try test.write(#"{"app_name": "harbour"}"#, to: "flyconf/deployment.json")
    let founding = try VaultFounding(
      founder: MemberName("anna"), identity, at: TestContext.now)
    environment = ["FLYCONF_TRUST": founding.manifest.id.hex]
    for file in founding.files { try test.write(file.text, to: "flyconf/\(file.name)") }
  }

  func remove() { test.remove() }

  private static func line(_ identity: Identity) -> String {
    (IdentityText.plain(identity).text.text() ?? "") + "\n"
  }

  /// Lets someone in, and writes their identity to a file of the folder.
  ///
  /// - Returns: The options that name it.
  func join(_ name: String, grants: [String]) throws -> [String] {
    let identity = try Identity.generate()
    try test.write(Self.line(identity), to: "\(name).identity", mode: 0o600)
    let member = Member(
      try MemberName(name), identity.publicKeys, grants: try grants.map { try Grant($0) })
    let options = VaultOptions(identity: IdentityOptions(passphrase: PassphraseOption()))
    let session = try VaultSession.open(
      .writing, options, in: test.context(environment: environment))
    var draft = try session.draft(session.unlock())
    try draft.add(member)
    try session.commit(draft)
    return ["--identity", "\(name).identity"]
  }

  /// Makes the credential `stripe`, unless said otherwise in production.
  func setStripe(_ value: String = "hunter2-stripe", _ words: String...) -> ExitCode {
    run(
      [
        "secrets", "set", "stripe", "--category", "payment", "--purpose", "Charges customers",
        "--usage", "Billing worker",
      ] + words, input: value + "\n")
  }

  @discardableResult
  func run(
    _ words: [String], input: String = "", answers: [String]? = nil, daysLater: Int64 = 0
  ) -> ExitCode {
    let context = test.context(
      environment: environment, input: input, answers: answers.map { TypedAnswers($0) },
      daysLater: daysLater)
    return Flyconf.run(words, in: context)
  }

  /// Runs a line that has no quotes in it.
  @discardableResult
  func run(
    _ line: String, input: String = "", answers: [String]? = nil, daysLater: Int64 = 0
  ) -> ExitCode {
    run(
      line.split(separator: " ").map(String.init), input: input, answers: answers,
      daysLater: daysLater)
  }

  /// What a command prints on standard output.
  func output(_ line: String, daysLater: Int64 = 0) -> String {
    let before = test.output.text.utf8.count
    run(line, daysLater: daysLater)
    return String(decoding: test.output.text.utf8.dropFirst(before), as: UTF8.self)
  }

  /// The fields of the credential `stripe`, as they are shown.
  func stripe(daysLater: Int64 = 0) -> [String: String] {
    let rows = output("secrets show stripe", daysLater: daysLater).split(separator: "\n")
    return rows.reduce(into: [:]) { fields, row in
      let words = row.split(separator: " ", maxSplits: 1)
      fields[String(words[0])] = words[1].drop { $0 == " " }.description
    }
  }

  /// Everything below the project's folder, to see that nothing has changed.
  func files() throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: test.folder.appending(path: "flyconf").path)
    return paths.reduce(into: [:]) { files, path in
      files[path] = try? test.read("flyconf/\(path)")
    }
  }

  /// The stored form of everything is verified anew.
  func verify() throws {
    let layout = try test.context().store().layout
    let project = try LockedProject.open(
      layout, FileSystem(), .init(.reading, hasVault: true, naming: { $0 }))
    _ = try VerifiedVault(project.contents)
  }
}
