import CommandKit
import DeployModel

/// A vault id as a user names it: all of its 64 hexadecimal digits, or the first 16 or more.
struct TrustedVault: ArgumentValue, Hashable {
  let digits: String

  init?(argument: String) {
    let digits = argument.lowercased()
    guard 16...64 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.digits = digits
  }

  static var expectation: String? {
    "a vault id as `flyconf vault status` shows it: 64 hexadecimal digits, or the first 16 or more"
  }

  func names(_ vault: Hash256) -> Bool { vault.hex.hasPrefix(digits) }
}

extension Context {
  /// The vault that the user says is the right one: `--trust`, else `FLYCONF_TRUST`.
  ///
  /// - Returns: The id, and the words for where it was given.
  func trustedVault(_ option: TrustedVault?) throws -> (id: TrustedVault, source: String)? {
    if let option { return (option, "--trust") }
    guard let text = variable("FLYCONF_TRUST") else { return nil }
    guard let id = TrustedVault(argument: text) else {
      throw Failure(
        .usage, "FLYCONF_TRUST: '\(text)' is no vault id",
        help: "expected \(TrustedVault.expectation ?? "")")
    }
    return (id, "FLYCONF_TRUST")
  }
}
