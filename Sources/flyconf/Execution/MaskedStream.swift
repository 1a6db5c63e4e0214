import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A stream of a program's output on its way through a mask to where it was meant to go.
struct MaskedStream {
  /// So much goes into a pipe that is ready without waiting. Source: POSIX, `PIPE_BUF`; Linux has
  /// this many.
  private static let portion = 4096
  private static let chunk = 1 << 16
  /// How often the rest of the output is read: more than a pipe holds.
  private static let lastCount = 64

  private let source: Int32
  private let destination: Int32
  private let isFile: Bool
  private let isTerminal: Bool
  private var mask: OutputMask
  private var pending: [UInt8] = []
  private var writtenCount = 0
  private var lastCount = MaskedStream.lastCount
  private var chunk = [UInt8](repeating: 0, count: MaskedStream.chunk)
  /// Whether more can come from the program.
  private(set) var isOpen = true
  /// Why what was written did not reach its destination, unless its reader just went away.
  private(set) var failure: FileError?

  /// - Parameters:
  ///   - source: Where the program's output is read; it is closed here.
  ///   - destination: Standard output or standard error.
  init(from source: Int32, to destination: Int32, _ patterns: MaskPatterns) {
    self.source = source
    self.destination = destination
    var status = stat()
    isFile = fstat(destination, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    isTerminal = isatty(destination) == 1
    mask = OutputMask(patterns)
    _ = fcntl(source, F_SETFL, O_NONBLOCK)
  }

  private var hasPending: Bool { writtenCount < pending.count }

  /// Whether nothing is left to do.
  var isDone: Bool { !isOpen && !hasPending }

  /// Whether somebody at a terminal is waiting for what is held back.
  var isAwaited: Bool { isTerminal && isOpen && !hasPending && mask.heldCount > 0 }

  /// What the stream is waiting for: that it can be written, else that there is more to read.
  var wish: pollfd {
    if hasPending { return pollfd(fd: destination, events: Int16(POLLOUT), revents: 0) }
    return pollfd(fd: isOpen ? source : -1, events: Int16(POLLIN), revents: 0)
  }

  /// Goes on, after what it wished for has come.
  mutating func advance() {
    if hasPending { return write() }
    guard isOpen, receive() == .end else { return }
    end()
  }

  /// Takes what is there, for a program that has ended; others that it has left behind may hold
  /// its output open, and write for ever.
  mutating func finish() {
    while isOpen, !hasPending {
      guard lastCount > 0, receive() == .some else { return end() }
      lastCount -= 1
    }
  }

  /// Passes on what is there, all of it before it returns.
  mutating func drain() {
    for _ in 0..<Self.lastCount {
      while hasPending {
        var wish = wish
        if poll(&wish, 1, -1) > 0 { write() }
      }
      guard isOpen, receive() == .some else { return }
    }
  }

  /// Shows what is held back and tells next to nothing.
  mutating func relent() { if isAwaited { mask.relent(into: &pending) } }

  // MARK: Parts

  private enum Reception { case some, none, end }

  private mutating func receive() -> Reception {
    var count: Int
    repeat {
      count = chunk.withUnsafeMutableBytes { readBytes(source, $0) }
    } while count < 0 && errno == EINTR
    if count < 0, errno == EAGAIN { return .none }
    // A terminal that nobody holds open any more gives an error, and not an end.
    guard count > 0 else { return .end }
    chunk.withUnsafeBytes {
      mask.mask(UnsafeRawBufferPointer(rebasing: $0.prefix(count)), into: &pending)
    }
    return .some
  }

  private mutating func end() {
    mask.finish(into: &pending)
    stop()
  }

  private mutating func stop() {
    guard isOpen else { return }
    close(source)
    isOpen = false
  }

  private mutating func write() {
    let count = pending.withUnsafeBytes { bytes in
      let rest = bytes[writtenCount...]
      return writeBytes(
        destination, UnsafeRawBufferPointer(rebasing: isFile ? rest : rest.prefix(Self.portion)))
    }
    guard count >= 0 else { return refuse(errno) }
    writtenCount += count
    if !hasPending { forget() }
  }

  private mutating func forget() {
    pending.removeAll(keepingCapacity: true)
    writtenCount = 0
  }

  /// Nobody takes the output: the program is to learn that in the way in which it would without
  /// this one between, by its next writing.
  private mutating func refuse(_ code: Int32) {
    guard code != EINTR, code != EAGAIN else { return }
    let isGone = code == EPIPE || code == EIO && isTerminal
    if !isGone {
      let name = destination == STDOUT_FILENO ? "standard output" : "standard error"
      failure = FileError("write", name, code: code)
    }
    forget()
    stop()
  }
}
