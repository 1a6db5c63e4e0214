import CommandKit

/// How a command that needs a key is told whose it is.
struct IdentityOptions: Sendable {
  /// The file that holds the identity.
  var file: String?
  var passphrase: PassphraseOption
}

extension Parameter where Value == IdentityOptions {
  /// The identity with which a command opens, seals and signs.
  static var identity: Self {
    .group(
      IdentityOptions.init,
      .option(
        "--identity", placeholder: "FILE", "File of the identity to use", completion: .file),
      .passphrase)
  }
}

/// Where a passphrase is read, unless a person is asked.
struct PassphraseOption: Sendable {
  var descriptor: Descriptor?
}

extension Parameter where Value == PassphraseOption {
  /// The file descriptor to read a passphrase from.
  static var passphrase: Self {
    let word: Parameter<String?> = .option(
      "--passphrase-fd", placeholder: "N", "Read the passphrase from file descriptor N")
    return word.map { word throws(UsageError) in
      guard let word else { return PassphraseOption() }
      // The word is not quoted: it may be the passphrase itself.
      guard let descriptor = Descriptor(word) else {
        throw UsageError(
          message: "invalid value for --passphrase-fd (expected the number of a file descriptor)",
          hint: "the passphrase itself never stands on the command line: "
            + "`--passphrase-fd 3 3< FILE` reads it from FILE")
      }
      return PassphraseOption(descriptor: descriptor)
    }
  }
}
