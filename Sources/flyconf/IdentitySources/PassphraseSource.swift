import CommandKit
import DeployModel

/// Where passphrases come from: a file descriptor that was named, else the person at the terminal.
struct PassphraseSource {
  /// The shortest passphrase for a new lock, in characters.
  static let minimum = 12
  /// The longest one, in bytes.
  private static let limit = 4096
  private static let attempts = 3

  private let context: Context
  private let option: PassphraseOption

  init(_ option: PassphraseOption, _ context: Context) {
    self.option = option
    self.context = context
  }

  /// Opens a locked identity; a person may mistype the passphrase twice.
  func open(_ locked: LockedIdentity, named name: String) throws -> Identity {
    if let passphrase = try given() { return try Self.open(locked, passphrase) }
    try requirePerson()
    for attempt in 1...Self.attempts {
      let passphrase = try context.askSecret("passphrase of '\(name)'")
      do {
        return try Self.open(locked, passphrase)
      } catch let failure as Failure where attempt < Self.attempts {
        context.console.note("\(failure.message), try again")
      }
    }
    throw Self.wrong
  }

  /// A passphrase for a new lock; a person types it twice.
  func new() throws -> Secret {
    if let passphrase = try given() {
      try Self.check(passphrase)
      return passphrase
    }
    try requirePerson()
    let passphrase = try context.askSecret("new passphrase")
    try Self.check(passphrase)
    guard try context.askSecret("the same again") == passphrase else {
      throw Failure(.noKey, "the two passphrases are not the same", help: "run the command again")
    }
    return passphrase
  }

  private static func open(_ locked: LockedIdentity, _ passphrase: Secret) throws -> Identity {
    do {
      return try locked.unlocked(by: passphrase)
    } catch CryptographyError.notAuthentic {
      throw wrong
    }
  }

  private static let wrong = Failure(
    .noKey, "the passphrase does not open the identity",
    help: "upper and lower case count, and so does white space at its end")

  private static func check(_ passphrase: Secret) throws {
    guard !passphrase.isEmpty else {
      throw Failure(.noKey, "the passphrase is empty", help: help)
    }
    // The first bytes of characters in UTF-8: a `String` could not be wiped.
    let count = passphrase.withBytes { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
    guard count >= minimum else {
      throw Failure(
        .noKey, "the passphrase is shorter than \(minimum) characters", help: help)
    }
  }

  private static let help = "take five or more words that nobody would expect together"

  // MARK: Sources

  /// The passphrase from a descriptor.
  private func given() throws -> Secret? {
    guard let named = try named else { return nil }
    var bytes = try context.console.readDescriptor(named.descriptor, Self.limit)
    if bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    return Secret(wiping: &bytes)
  }

  /// The descriptor that the flag or the environment names, and which of the two.
  private var named: (descriptor: Descriptor, by: String)? {
    get throws {
      if let descriptor = option.descriptor { return (descriptor, "--passphrase-fd") }
      guard let text = context.variable("FLYCONF_PASSPHRASE_FD") else { return nil }
      // The text is not quoted: it may be the passphrase itself.
      guard let descriptor = Descriptor(text) else {
        throw Failure(
          .usage, "FLYCONF_PASSPHRASE_FD is not the number of a file descriptor",
          help: "as in `FLYCONF_PASSPHRASE_FD=3 flyconf … 3< FILE`")
      }
      return (descriptor, "FLYCONF_PASSPHRASE_FD")
    }
  }

  /// Refuses to read something else from where the passphrase is read: whichever is read first
  /// would be taken for the other.
  ///
  /// - Parameter thing: What else is read, with its article.
  func check(readsApart descriptor: Descriptor, for thing: String) throws {
    guard let named = try named, named.descriptor == descriptor else { return }
    throw Failure(
      .usage,
      "\(thing) and the passphrase that \(named.by) names would both be read from "
        + descriptor.name,
      help: "take another descriptor for the passphrase, as in `--passphrase-fd 3 3< FILE`, or "
        + "name a file for \(thing)")
  }

  private func requirePerson() throws {
    guard !context.canAsk else { return }
    throw Failure(
      .noKey, "a passphrase is needed, and nobody can be asked for it here",
      help: "name the file descriptor to read it from, as in `--passphrase-fd 3 3< FILE` or by "
        + "FLYCONF_PASSPHRASE_FD")
  }
}
