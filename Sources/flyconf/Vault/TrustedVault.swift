import CommandKit
import DeployModel

/// A vault id as a user names it, whole: of a part of it, somebody can make another vault's.
struct TrustedVault: ArgumentValue, Hashable {
  let id: Hash256

  init(_ id: Hash256) { self.id = id }

  init?(argument: String) {
    guard let id = Hash256(hex: argument.lowercased()) else { return nil }
    self.id = id
  }

  static var expectation: String? {
    "a vault id as `flyconf vault status` shows it: 64 hexadecimal digits"
  }
}

extension Context {
  /// The vault that the user says is the right one: `--trust`, else `FLYCONF_TRUST`.
  ///
  /// - Returns: The id, and the words for where it was given.
  func trustedVault(_ option: TrustedVault?) throws -> (id: Hash256, source: String)? {
    if let option { return (option.id, "--trust") }
    guard let text = variable("FLYCONF_TRUST") else { return nil }
    guard let trusted = TrustedVault(argument: text) else {
      throw Failure(
        .usage, "FLYCONF_TRUST: '\(text)' is no vault id",
        help: "expected \(TrustedVault.expectation ?? "")")
    }
    return (trusted.id, "FLYCONF_TRUST")
  }
}
