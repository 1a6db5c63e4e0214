import DeployModel

/// Reads the value that a command is to seal: made at random, from a file, from standard input,
/// or typed without being shown.
struct SecretInput {
  /// The longest value, in bytes.
  static let limit = 1 << 20

  private let options: ValueOptions
  private let passphrase: PassphraseSource
  private let context: Context

  /// - Parameter identity: What the value is sealed with; its passphrase is read elsewhere.
  init(_ options: ValueOptions, beside identity: IdentityOptions, _ context: Context) {
    self.options = options
    passphrase = PassphraseSource(identity.passphrase, context)
    self.context = context
  }

  /// The value; one newline at its end is dropped, since most programs write one.
  ///
  /// - Parameter name: How the value is called where somebody is asked for it.
  /// - Throws: `Failure` for a value that is empty or too long.
  func read(_ name: String) throws -> Secret {
    if let generator = options.generator { return try generator.make() }
    switch options.place {
    case .file(let file): return try Self.value(from: contents(of: file))
    case .descriptor(let descriptor):
      try passphrase.check(readsApart: descriptor, for: "the value")
      return try Self.value(from: context.console.readDescriptor(descriptor, Self.limit + 2))
    case .standardInput: break
    }
    guard context.console.isInputTerminal else {
      try passphrase.check(readsApart: .standardInput, for: "the value")
      return try Self.value(from: context.console.readInput(Self.limit + 2))
    }
    guard context.canAsk else {
      throw Failure(.usage, "nobody can be asked for the value here", help: Self.sources)
    }
    let typed = try context.askSecret(name)
    guard !typed.isEmpty else { throw Self.empty }
    return typed
  }

  /// What standard input holds; nothing if it is empty.
  func readIfAny() throws -> Secret? {
    try passphrase.check(readsApart: .standardInput, for: "the value")
    let bytes = try context.console.readInput(Self.limit + 2)
    return bytes.isEmpty ? nil : try Self.value(from: bytes)
  }

  private static let sources = "hand it over on standard input or with --value-file FILE"

  static let empty = Failure(.usage, "the value is empty", help: sources)

  private func contents(of file: String) throws -> [UInt8] {
    let path = context.absolute(file)
    // Whoever takes the option for one that takes the value has given the secret itself: a name
    // of nothing is not repeated, nor one too long to be looked up.
    guard (try? context.files.kind(of: path)) != nil else {
      throw Failure(
        "--value-file names no file that can be found; what it names is not repeated here",
        help: "check the path; if that was the value itself, replace it at its service, since "
          + "shells keep what is typed")
    }
    return try context.files.streamedContents(of: path, limit: Self.limit + 2)
  }

  /// The value in bytes that a person or a program has handed over.
  ///
  /// - Throws: `Failure` if it is empty or too long.
  static func value(from bytes: consuming [UInt8]) throws -> Secret {
    if bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    let count = bytes.count
    let secret = Secret(wiping: &bytes)
    guard count > 0 else { throw empty }
    guard count <= limit else {
      throw Failure(
        .usage, "the value has \(count) bytes, more than the limit of \(limit >> 20) MiB",
        help: "keep files of that size elsewhere, and seal the key to them")
    }
    return secret
  }
}
