import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The tool's terminal manners: the only place that prints or reads.
///
/// Results go to standard output and everything else to standard error; colour is only for
/// terminals and never the only carrier of a meaning.
struct Console: Sendable {
  var writeOut: @Sendable (UnsafeRawBufferPointer) throws -> Void
  var writeError: @Sendable (String) -> Void
  /// Writes a record of a read to standard error, which must not get lost.
  var writeRecord: @Sendable (String) throws -> Void
  /// The bytes of standard input up to its end.
  var readInput: @Sendable (_ limit: Int) throws -> [UInt8]
  /// Asks at the terminal; nothing where its input ends. A secret is not shown while it is typed.
  var readAnswer: @Sendable (_ question: String, _ isSecret: Bool) throws -> [UInt8]?
  /// The bytes of a file that the program was started with open, up to its end.
  var readDescriptor: @Sendable (_ descriptor: Descriptor, _ limit: Int) throws -> [UInt8]
  /// Whether standard input is a person, who can be asked.
  var isInputTerminal: Bool
  var isOutTerminal: Bool
  /// Whether the surroundings allow colour, for `--color auto`.
  var allowsColor: Bool
  /// Prints a part of the result that holds secrets, where that is done otherwise than the rest.
  var writeSecret: (@Sendable (UnsafeRawBufferPointer) throws -> Void)?

  /// Prints a part of the result.
  func out(_ text: String) throws {
    var text = text
    try text.withUTF8 { try writeOut(UnsafeRawBufferPointer($0)) }
  }

  /// Prints the bytes of a value, which need not be text.
  func out(_ secret: Secret) throws { try secret.withBytes { try (writeSecret ?? writeOut)($0) } }

  /// Prints a part of the result that holds secrets.
  func out(secretly text: String) throws {
    var text = text
    try text.withUTF8 { try (writeSecret ?? writeOut)(UnsafeRawBufferPointer($0)) }
  }

  /// Prints a line that is not part of the result.
  func note(_ line: String) { writeError(line + "\n") }

  /// The line that a person answers, without white space around it; nothing at the end of input.
  func prompt(_ question: String) throws -> String? {
    guard let bytes = try readAnswer(question, false) else { return nil }
    var answer = String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace)
    while answer.last?.isWhitespace == true { answer.removeLast() }
    return String(answer)
  }

  /// The line that a person answers while it is not shown; nothing at the end of input.
  func promptSecret(_ question: String) throws -> Secret? {
    guard var bytes = try readAnswer(question, true) else { return nil }
    return Secret(wiping: &bytes)
  }
}

extension Console {
  static func system(_ environment: [String: String]) -> Console {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Console(
      writeOut: { try write($0, to: STDOUT_FILENO, named: "standard output") },
      // There is nowhere left to say that standard error cannot be written.
      writeError: { try? write($0, to: STDERR_FILENO, named: "standard error") },
      writeRecord: { try write($0, to: STDERR_FILENO, named: "standard error") },
      readInput: readStandardInput,
      readAnswer: { try TerminalAnswer.read($0, isSecret: $1) },
      readDescriptor: { try $0.contents(limit: $1) },
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutTerminal: isTerminal,
      allowsColor: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb")
  }

  private static func write(_ text: String, to file: Int32, named name: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0), to: file, named: name) }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32, named name: String
  ) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = writeBytes(file, UnsafeRawBufferPointer(rebasing: rest))
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError("write", name, code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func readStandardInput(_ limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // What is read may be a secret: no copy of it stays behind.
    bytes.reserveCapacity(min(limit, 1 << 21))
    while true {
      var count = 0
      var chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = readBytes(STDIN_FILENO, UnsafeMutableRawBufferPointer(buffer))
        initialized = max(0, count)
      }
      let code = count < 0 ? errno : 0
      defer { _ = Secret(wiping: &chunk) }
      if code == EINTR { continue }
      guard code == 0 else { throw FileError("read", "standard input", code: code) }
      if count == 0 { return bytes }
      bytes += chunk
      guard bytes.count <= limit else {
        throw FileError("read", "standard input", "it has more than \(limit >> 20) MiB")
      }
    }
  }
}

// The system's own names are those of methods above.
func writeBytes(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

func readBytes(_ file: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(file, bytes.baseAddress, bytes.count)
}
