import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that the program was started with open, by its number.
struct Descriptor: Hashable, Sendable {
  var number: Int32

  /// What a program is handed, unless it is a person who types.
  static let standardInput = Descriptor(number: 0)

  private init(number: Int32) { self.number = number }

  /// Reads a number from 0 on; anything else gives `nil`.
  init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int32(text)
    else { return nil }
    self.number = number
  }

  /// The bytes up to the end; the descriptor is closed then, so that no other program gets it.
  ///
  /// A terminal is refused: it would show what is typed.
  func contents(limit: Int) throws -> [UInt8] {
    guard isatty(number) == 0 else {
      throw FileError(
        "read", name, "it is a terminal",
        help: "leave out the option that names it, to be asked without echo")
    }
    defer { if number > STDERR_FILENO { close(number) } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * limit)
    while true {
      var code: Int32 = 0
      var chunk = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
        let count = readBytes(number, UnsafeMutableRawBufferPointer(buffer))
        code = count < 0 ? errno : 0
        initialized = max(0, count)
      }
      defer { _ = Secret(wiping: &chunk) }
      if code == EINTR { continue }
      guard code == 0 else { throw failure(code) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      guard bytes.count <= limit else {
        throw FileError("read", name, "it has more than \(limit) bytes")
      }
    }
  }

  /// How messages call it.
  var name: String {
    self == .standardInput ? "standard input" : "file descriptor \(number)"
  }

  private func failure(_ code: Int32) -> FileError {
    guard code == EBADF else { return FileError("read", name, code: code) }
    return FileError(
      "read", name, "it is not open for reading",
      help: "open it in the shell, as in `flyconf … --passphrase-fd 3 3< FILE`")
  }
}
