import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// Vaults of tests, which `anna` founds by the identity at the ordinary place.
extension TestContext {
  func foundVault(_ words: String...) {
    let code = Flyconf.run(
      ["init", "--app", "harbour", "--name", "anna"] + words, in: context())
    #expect(code == .fine)
  }

  /// The options of someone who has an identity in a file.
  func options(_ name: String?) -> VaultOptions {
    var options = VaultOptions.none
    options.identity.file = name.map { "\($0).identity" }
    return options
  }

  /// Makes an identity in `NAME.identity` and a request by it.
  func request(_ name: String, _ words: String...) -> String {
    if !FileManager.default.fileExists(atPath: folder.appending(path: "\(name).identity").path) {
      #expect(run("identity", "new", "\(name).identity") == .fine)
    }
    return printed(["vault", "join", name, "--identity", "\(name).identity"] + words)
  }

  func fingerprint(_ name: String) -> String {
    let words = printed(["identity", "show", "--identity", "\(name).identity"])
      .split(whereSeparator: \.isWhitespace)
    return words.firstIndex(of: "fingerprint").map { String(words[$0 + 1]) } ?? ""
  }

  /// Lets someone in by the commands for it.
  func join(_ name: String, _ words: String...) {
    let request = request(name)
    let code = Flyconf.run(
      ["vault", "members", "add", name, request, "--fingerprint", fingerprint(name)] + words,
      in: context())
    #expect(code == .fine)
  }

  /// What a command prints on standard output, without white space around it.
  func printed(_ words: [String]) -> String {
    let before = output.text.utf8.count
    #expect(Flyconf.run(words, in: context()) == .fine, "\(errors.text)")
    return String(decoding: output.text.utf8.dropFirst(before), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The object that a command prints in machine format.
  func object(_ words: String..., expecting code: ExitCode = .fine) throws -> [String: Any] {
    let before = output.text.utf8.count
    #expect(Flyconf.run(words + ["--format", "json"], in: context()) == code)
    let data = Data(output.text.utf8.dropFirst(before))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Seals a value of a credential for payment in production, as `anna`.
  func seal(_ service: String, _ value: String, level: String = "read_only") throws {
    let session = try VaultSession.open(.writing, options(nil), in: context())
    var draft = try session.draft(session.unlock())
    let node: Node = .object([
      "id": Node(.string(UUIDText.write(UUID()))), "service_name": Node(.string(service)),
      "service_category": "payment", "environment": "production",
      "access_level": Node(.string(level)), "credential_type": "api_key",
      "encrypted_value": "unset", "created_date": "2026-11-01", "next_rotation": "2026-11-30",
      "rotation_priority": "high", "purpose": "Charges customers",
      "usage_context": "Read by the billing worker",
    ])
    try draft.put(node, .credential, over: nil, value: .secret(Secret(value)), .created)
    try session.commit(draft)
  }

  /// The value of a credential to someone.
  func reveal(_ service: String, as name: String? = nil) throws -> String? {
    let session = try VaultSession.open(.reading, options(name), in: context())
    let vault = try session.unlock()
    let entry = try #require(session.verified.entries(.credential).first { $0.name == service })
    return try vault.reveal(entry).text()
  }

  /// The names of the changes.
  func changes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "flyconf/audit").path
    ).sorted()
  }
}
