import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One question to the person at the terminal, and their answer.
///
/// The answer is read from the terminal itself, so that standard input stays what it is. While a
/// secret is typed, echo is off; signals that end or stop the program are held back then, looked
/// for ten times a second, and let through only when echo is on again: no shell is left mute.
struct TerminalAnswer {
  /// The longest line that terminals take, in bytes.
  private static let limit = 4096

  private let question: String
  private let isSecret: Bool

  /// Asks, and gives the line without its end; nothing where input ends instead.
  static func read(_ question: String, isSecret: Bool) throws -> [UInt8]? {
    let opened = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    defer { if opened >= 0 { close(opened) } }
    let terminal = opened >= 0 ? opened : STDIN_FILENO
    let answer = TerminalAnswer(question: question, isSecret: isSecret)
    return try isSecret ? answer.readHidden(terminal) : answer.readShown(terminal)
  }

  private func readShown(_ terminal: Int32) throws -> [UInt8]? {
    show(question, terminal)
    var line: [UInt8] = []
    while true {
      // A signal that comes just before the wait does not end it: it is looked for in between.
      try endIfInterrupted(terminal)
      if Self.hasInput(terminal), try append(to: &line, terminal) { break }
    }
    return Self.content(of: line)
  }

  private func readHidden(_ terminal: Int32) throws -> [UInt8]? {
    var shown = termios()
    guard tcgetattr(terminal, &shown) == 0 else {
      throw FileError("read", "the terminal", code: errno)
    }
    var hold = SignalHold()
    defer { hold.release() }
    defer { tcsetattr(terminal, TCSADRAIN, &shown) }
    try hide(shown, terminal)
    var line: [UInt8] = []
    line.reserveCapacity(2 * Self.limit)
    // What is given back is a copy, which is the caller's to wipe.
    defer { _ = Secret(wiping: &line) }
    while true {
      if hold.hasSignal {
        tcsetattr(terminal, TCSADRAIN, &shown)
        // The program ends here, or stops and is continued later: then it asks again.
        hold.release()
        try endIfInterrupted(terminal)
        hold = SignalHold()
        _ = Secret(wiping: &line)
        line.reserveCapacity(2 * Self.limit)
        try hide(shown, terminal)
      } else if Self.hasInput(terminal), try append(to: &line, terminal) {
        show("\n", terminal)
        return Self.content(of: line)
      }
    }
  }

  /// Turns echo off and asks; what was typed before that is thrown away, for it was shown.
  private func hide(_ shown: termios, _ terminal: Int32) throws {
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO | ECHONL)
    guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else {
      throw FileError("read", "the terminal", code: errno)
    }
    show(question, terminal)
  }

  /// Adds what was typed; true at the end of the line or of all input.
  private func append(to line: inout [UInt8], _ terminal: Int32) throws -> Bool {
    var code: Int32 = 0
    var typed = [UInt8](unsafeUninitializedCapacity: Self.limit) { buffer, initialized in
      let count = readBytes(terminal, UnsafeMutableRawBufferPointer(buffer))
      code = count < 0 ? errno : 0
      initialized = max(0, count)
    }
    defer { _ = Secret(wiping: &typed) }
    guard code == 0 else {
      if code == EINTR { try endIfInterrupted(terminal) }
      if code == EINTR || code == EAGAIN { return false }
      throw FileError("read", "the terminal", code: code)
    }
    line += typed
    guard line.count <= Self.limit else {
      throw FileError("read", "the terminal", "the line has more than \(Self.limit) bytes")
    }
    return typed.isEmpty || typed.last == UInt8(ascii: "\n")
  }

  /// What is said next begins a line of its own.
  private func endIfInterrupted(_ terminal: Int32) throws {
    if InterruptionWatch.received != nil { show("\n", terminal) }
    try InterruptionWatch.checkSignals()
  }

  private static func content(of line: [UInt8]) -> [UInt8]? {
    guard !line.isEmpty else { return nil }
    return Array(line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...])
  }

  /// Questions go to standard error, or to the terminal where that leads elsewhere.
  private func show(_ text: String, _ terminal: Int32) {
    let file = isatty(STDERR_FILENO) == 1 ? STDERR_FILENO : terminal
    var text = text
    text.withUTF8 { _ = writeBytes(file, UnsafeRawBufferPointer($0)) }
  }

  /// Waits a tenth of a second for something typed.
  ///
  /// By `select`, because `poll` does not know terminals on every system. The set is an array of
  /// bits, the lowest first, on every system of the byte order that Swift runs on.
  private static func hasInput(_ terminal: Int32) -> Bool {
    var files = fd_set()
    withUnsafeMutableBytes(of: &files) { bits in
      guard Int(terminal) < bits.count * 8 else { return }
      bits[Int(terminal) / 8] |= 1 << UInt8(terminal % 8)
    }
    var wait = timeval(tv_sec: 0, tv_usec: 100_000)
    return select(terminal + 1, &files, nil, nil, &wait) > 0
  }
}
