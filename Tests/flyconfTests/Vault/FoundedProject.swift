import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// A project with a vault of one member, whose identity the user has.
struct FoundedProject {
  let test: TestContext
  let vault: Hash256
  let fingerprint: String
  let layout: ProjectLayout

  /// - Parameter isDemo: Whether the identity is everyone's and the vault says so.
  init(isDemo: Bool = false) throws {
    test = try TestContext()
    layout = ProjectLayout(folder: test.folder.appending(path: "flyconf").path)
    let identity = try Identity.generate()
    fingerprint = identity.publicKeys.fingerprint
    try test.write(
      (IdentityText.plain(identity).text.text() ?? "") + "\n", to: test.ordinaryIdentity,
      mode: 0o600)
    try test.write(#"{"app_name":"harbour"}"#, to: "flyconf/deployment.json")
    var settings = VaultSettings()
    settings.isDemo = isDemo
    vault = try Self.found(by: identity, settings, in: test)
  }

  func remove() { test.remove() }

  /// Founds another vault, with the user's own identity, in the place of the one that is there.
  func replaceVault() throws -> Hash256 {
    try removeVault()
    let line = try String(contentsOfFile: test.ordinaryIdentity, encoding: .utf8)
    let text = try IdentityFileText(Secret(line))
    guard case .plain(let identity) = text.identity else { throw MalformedValue("not plain") }
    return try Self.found(by: identity, VaultSettings(), in: test)
  }

  func removeVault() throws {
    for name in ["audit", "vault.json"] {
      try FileManager.default.removeItem(atPath: Path.join(layout.folder, name))
    }
  }

  private static func found(
    by identity: Identity, _ settings: VaultSettings, in test: TestContext
  ) throws -> Hash256 {
    let founding = try VaultFounding(
      founder: try MemberName("anna"), identity, settings: settings,
      at: TestContext.now.adding(seconds: -3600))
    for file in founding.files { try test.write(file.text, to: "flyconf/\(file.name)") }
    return founding.manifest.id
  }

  // MARK: Commands

  /// What a command that opens the vault comes to.
  ///
  /// - Parameter trust: The value of `--trust`.
  func unlock(
    trust: String? = nil, environment: [String: String] = [:], answers: [String]? = nil,
    files: FileSystem = FileSystem(), options: (inout SharedOptions) -> Void = { _ in }
  ) -> ExitCode {
    var context = test.context(
      environment: environment, answers: answers.map { TypedAnswers($0) }, files: files)
    options(&context.options)
    return exitCode {
      _ = try VaultSession.open(.reading, Self.options(trust), in: context).unlock()
    }
  }

  /// What a command without a key comes to, and the notices it could give.
  func look(
    trust: String? = nil, environment: [String: String] = [:], files: FileSystem = FileSystem()
  ) -> (code: ExitCode, notices: [VaultNotice.Kind]) {
    var notices: [VaultNotice.Kind] = []
    let context = test.context(environment: environment, files: files)
    let code = exitCode {
      notices = try VaultSession.open(.reading, Self.options(trust), in: context).notices
        .map(\.kind)
    }
    return (code, notices)
  }

  func accept(trust: String? = nil) -> ExitCode {
    exitCode {
      let trusted = trust.flatMap { TrustedVault(argument: $0) }
      try VaultInspection.read(.reading, trusting: trusted, in: test.context()).accept()
    }
  }

  /// Seals another value of the one credential.
  func set(_ value: String) -> ExitCode {
    exitCode {
      let session = try VaultSession.open(.writing, Self.options(nil), in: test.context())
      var draft = try session.draft(session.unlock())
      let entry = session.verified.entries(.credential).first
      let node: Node = .object([
        "id": "00000000-0000-4000-8000-000000000001", "service_name": "stripe",
        "service_category": "payment", "environment": "production", "access_level": "read_only",
        "credential_type": "api_key", "encrypted_value": "unset", "created_date": "2026-11-01",
        "next_rotation": "2026-11-30", "rotation_priority": "high",
        "purpose": "Charges customers", "usage_context": "Read by the billing worker",
      ])
      try draft.put(
        node, .credential, over: entry, value: .secret(Secret(value)),
        entry == nil ? .created : .set)
      try session.commit(draft)
    }
  }

  private static func options(_ trust: String?) -> VaultOptions {
    VaultOptions(
      identity: IdentityOptions(passphrase: PassphraseOption()),
      trust: trust.flatMap { TrustedVault(argument: $0) })
  }

  private func exitCode(_ body: () throws -> Void) -> ExitCode {
    do {
      try body()
      return .fine
    } catch {
      return FailureReport(test.context().console, .human).show(error)
    }
  }
}
