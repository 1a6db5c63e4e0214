import DeployModel
import Foundation
import Testing

@testable import flyconf

/// Values and passphrases are looked for wherever the tool writes: on both outputs, and in every
/// file of the project, of the user's settings and of what the machine remembers.
@Suite struct SecrecyTests {
  private static let sentinels = [
    "SENTINEL-value-1", "SENTINEL-value-2", "SENTINEL-variable", "SENTINEL-passphrase-long",
    "SENTINEL-in-words", "SENTINEL-malformed",
  ]

  @Test func noSecretIsWrittenAnywhere() throws {
    let project = try CommandProject()
    let test = project.test
    defer { project.remove() }
    try project.set("stripe", Self.sentinels[0])
    test.run("secrets", "rotate", "stripe", input: Self.sentinels[1])
    test.run(
      "env", "set", "SESSION_SECRET", "--category", "api", "--description", "Signs sessions",
      input: Self.sentinels[2])
    for words in [
      ["secrets", "list"], ["secrets", "show", "stripe"], ["env", "list"],
      ["env", "get", "SESSION_SECRET"], ["validate"], ["vault", "verify"], ["vault", "status"],
      ["audit", "list"], ["show", "credentials"], ["show", "variables"], [],
    ] {
      for format in ["human", "json"] {
        _ = Flyconf.run(words + ["--format", format], in: test.context())
      }
    }
    try expectSilence(test)
  }

  @Test func noSecretIsWrittenWhenSomethingFails() throws {
    let project = try CommandProject()
    let test = project.test
    defer { project.remove() }
    // A value typed where a value never goes.
    test.run("secrets", "set", "stripe", Self.sentinels[4])
    test.run("secrets", "rotate", "stripe", "--value", Self.sentinels[4])
    test.run("env", "set", "KEY=\(Self.sentinels[4])", "--category", "api", input: "x")
    test.run("secrets", "set", "resend", "--env", "staging", input: Self.sentinels[0])
    let path = "flyconf/credentials.json"
    let sound = try test.read(path)
    for wrong in [
      "\"encrypted_value\": \"\(Self.sentinels[5])\"",
      "\"encrypted_value\": \"fc1.\(Self.sentinels[5])\"",
      "\"encrypted_value\": \"plain:\(Self.sentinels[5])\"",
      "\"encrypted_value\": \"\(Self.sentinels[5])",
    ] {
      let text = sound.replacing(/"encrypted_value": "[^"]*"/, with: wrong, maxReplacements: 1)
      try test.write(text, to: path)
      for words in [["validate"], ["vault", "verify"], ["secrets", "list"], ["fmt", "--check"]] {
        _ = Flyconf.run(words, in: test.context())
      }
      try test.write(sound, to: path)
    }
    try expectSilence(test)
  }

  @Test func noPassphraseIsWritten() throws {
    let project = try CommandProject()
    let test = project.test
    defer { project.remove() }
    let secret = [Int32(3): Self.sentinels[3]]
    test.run("identity", "lock", "--passphrase-fd", "3", descriptors: secret)
    test.run("secrets", "show", "stripe", "--passphrase-fd", "3", descriptors: secret)
    test.run(
      "secrets", "set", "stripe", "--passphrase-fd", "3", input: Self.sentinels[0],
      descriptors: [3: Self.sentinels[3] + "wrong"])
    test.run("identity", "unlock", "--passphrase-fd", "3", descriptors: secret)
    #expect(test.errors.text.contains("passphrase"))
    try expectSilence(test)
  }

  // MARK: Parts

  private func expectSilence(_ test: TestContext) throws {
    for sentinel in Self.sentinels {
      #expect(!test.output.text.contains(sentinel), "standard output has \(sentinel)")
      #expect(!test.errors.text.contains(sentinel), "standard error has \(sentinel)")
    }
    let root = test.folder.deletingLastPathComponent()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    #expect(paths.count > 10)
    for path in paths {
      guard let bytes = try? Data(contentsOf: root.appending(path: path)) else { continue }
      for sentinel in Self.sentinels {
        #expect(bytes.range(of: Data(sentinel.utf8)) == nil, "\(path) has \(sentinel)")
      }
    }
  }
}
