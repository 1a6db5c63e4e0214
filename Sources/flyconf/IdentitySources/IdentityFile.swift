import DeployModel

/// A file that holds an identity, and is as private as one must be.
struct IdentityFile {
  /// No identity and no comment beside it needs more bytes.
  private static let limit = 1 << 16

  let path: String
  let text: IdentityFileText

  /// Reads a file; nothing if there is none.
  ///
  /// It must be regular and no link, belong to the user, and be closed to everybody else. A demo
  /// identity is published anyway: its owner and mode do not matter, since git keeps neither.
  ///
  /// - Throws: `IdentityRefusal`, or `CryptographyError.library`.
  init?(_ path: String, _ context: Context) throws {
    guard let file = try Self.file(path, context.files) else { return nil }
    var bytes = file.bytes
    let secret = Secret(wiping: &bytes)
    let privacy = Self.refusal(of: file.status, path, context)
    do {
      text = try IdentityFileText(secret)
    } catch let error as MalformedValue {
      // What others can read is refused for that, whatever stands in it.
      throw privacy ?? IdentityRefusal(error)
    }
    if text.identity.kind != .demo, let privacy { throw privacy }
    self.path = path
  }

  private static func file(_ path: String, _ files: FileSystem) throws -> PlainFile? {
    do {
      return try files.plainFile(at: path, limit: limit)
    } catch {
      throw IdentityRefusal(error)
    }
  }

  private static func refusal(
    of status: FileStatus, _ path: String, _ context: Context
  ) -> IdentityRefusal? {
    let word = ShellWord(context.shown(path))
    guard status.owner == context.user else {
      return IdentityRefusal(
        "belongs to another user, number \(status.owner)",
        help: "make it yours with `chown \(context.user) \(word)`, if you know where it is from")
    }
    guard status.mode & 0o7177 == 0 else {
      let digits = String(status.mode, radix: 8)
      let mode = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return IdentityRefusal(
        "has mode \(mode), expected 0600 or stricter",
        help: "run `chmod 600 \(word)`; if others can have read it, make a new one")
    }
    return nil
  }
}
