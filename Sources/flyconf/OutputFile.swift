import DeployModel
import Synchronization

/// Sends the result of a command to the file that `--output` names.
///
/// The result is held back until the command has ended, and takes the file's place in one step:
/// a command that fails half-way leaves the old file. A file with secrets in it is for its owner
/// alone.
struct OutputFile {
  private let context: Context

  init(_ context: Context) { self.context = context }

  func run(_ action: Action) throws -> ExitCode {
    guard let output = context.options.output, output != "-" else { return try action(context) }
    let buffer = TextBuffer()
    var redirected = context
    redirected.console.writeOut = { buffer.append($0) }
    redirected.console.writeSecret = {
      buffer.append($0)
      buffer.hasSecrets = true
    }
    redirected.console.isOutTerminal = false
    redirected.console.allowsColor = false
    let exitCode = try action(redirected)
    let path = context.absolute(output)
    if buffer.hasSecrets {
      try context.files.replacePrivately(path, with: buffer.bytes)
    } else {
      try context.files.replace(path, with: buffer.bytes)
    }
    return exitCode
  }
}

/// Text that grows while several places write to it; a value in it may be other bytes.
final class TextBuffer: Sendable {
  private let content = Mutex<[UInt8]>([])
  private let secrecy = Mutex(false)

  /// Whether anything in it is a secret.
  var hasSecrets: Bool {
    get { secrecy.withLock { $0 } }
    set { secrecy.withLock { $0 = newValue } }
  }

  var bytes: [UInt8] { content.withLock { $0 } }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func append(_ text: String) { content.withLock { $0 += text.utf8 } }

  func append(_ bytes: UnsafeRawBufferPointer) { content.withLock { $0 += bytes } }
}
