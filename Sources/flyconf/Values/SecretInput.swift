import DeployModel

/// Reads the value that a command is to seal: made at random, from a file, from standard input,
/// or typed without being shown.
struct SecretInput {
  /// The longest value, in bytes.
  static let limit = 1 << 20

  private let options: ValueOptions
  private let context: Context

  init(_ options: ValueOptions, _ context: Context) {
    self.options = options
    self.context = context
  }

  /// The value; one newline at its end is dropped, since most programs write one.
  ///
  /// - Parameter name: How the value is called where somebody is asked for it.
  /// - Throws: `Failure` for a value that is empty or too long.
  func read(_ name: String) throws -> Secret {
    if let generator = options.generator { return try generator.make() }
    if let file = options.file, file != "-" { return try checked(contents(of: file)) }
    guard context.console.isInputTerminal else {
      return try checked(context.console.readInput(Self.limit + 2))
    }
    guard context.canAsk else {
      throw Failure(.usage, "nobody can be asked for the value here", help: Self.sources)
    }
    let typed = try context.askSecret(name)
    guard !typed.isEmpty else { throw Self.empty }
    return typed
  }

  private static let sources = "hand it over on standard input or with --value-file FILE"

  private static let empty = Failure(.usage, "the value is empty", help: sources)

  private func contents(of file: String) throws -> [UInt8] {
    let prefix = "/dev/fd/"
    // What a shell puts in the place of `<(command)`.
    if file.hasPrefix(prefix), let descriptor = Descriptor(String(file.dropFirst(prefix.count))) {
      return try context.console.readDescriptor(descriptor, Self.limit + 2)
    }
    let path = context.absolute(file)
    guard let bytes = try context.files.contents(of: path, limit: Self.limit + 2) else {
      throw Failure("'\(context.shown(path))' does not exist", help: "check the path")
    }
    return bytes
  }

  private func checked(_ bytes: consuming [UInt8]) throws -> Secret {
    if bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    let count = bytes.count
    let secret = Secret(wiping: &bytes)
    guard count > 0 else { throw Self.empty }
    guard count <= Self.limit else {
      throw Failure(
        .usage, "the value has \(count) bytes, more than the limit of \(Self.limit >> 20) MiB",
        help: "keep files of that size elsewhere, and seal the key to them")
    }
    return secret
  }
}
