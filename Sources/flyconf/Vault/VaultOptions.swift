import CommandKit

/// How a command that opens the vault is told whose it is, and which vault is trusted.
struct VaultOptions: Sendable {
  var identity: IdentityOptions
  /// The vault id that the user trusts, for machines that have not seen the vault before.
  var trust: TrustedVault?

  /// Those of a command that opens nothing and signs nothing.
  static let keyless = VaultOptions(
    identity: IdentityOptions(file: nil, passphrase: PassphraseOption()), trust: nil)
}

extension Parameter where Value == VaultOptions {
  /// The options of every command that opens, seals or signs.
  static var vault: Self {
    .group(
      VaultOptions.init,
      .identity,
      .option(
        "--trust", placeholder: "ID", "The vault id that is trusted, where it is not known yet"))
  }
}
