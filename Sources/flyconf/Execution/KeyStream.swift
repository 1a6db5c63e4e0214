#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys on their way from the person's terminal to the program's.
struct KeyStream {
  private static let limit = 4096

  private let source: Int32
  private let destination: Int32
  private var pending: [UInt8] = []
  private var isOpen = true

  init(from source: Int32, to destination: Int32) {
    self.source = source
    self.destination = destination
  }

  /// What it is waiting for: that more is typed, or that the program takes what was typed.
  ///
  /// - Parameter isTaken: Whether keys may be read.
  func wish(_ isTaken: Bool) -> pollfd {
    guard isOpen, isTaken else { return pollfd(fd: -1, events: 0, revents: 0) }
    return pending.isEmpty
      ? pollfd(fd: source, events: Int16(POLLIN), revents: 0)
      : pollfd(fd: destination, events: Int16(POLLOUT), revents: 0)
  }

  /// Goes on, after what it wished for has come.
  mutating func advance() {
    if pending.isEmpty { receive() }
    let count = pending.withUnsafeBytes { writeBytes(destination, $0) }
    if count > 0 { pending.removeFirst(count) }
    // Nobody is there any more who could read it.
    if count < 0, errno != EAGAIN, errno != EINTR { pending = [] }
  }

  private mutating func receive() {
    var count = 0
    pending = [UInt8](unsafeUninitializedCapacity: Self.limit) { buffer, initialized in
      count = readBytes(source, UnsafeMutableRawBufferPointer(buffer))
      initialized = max(0, count)
    }
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isOpen = false }
  }
}
