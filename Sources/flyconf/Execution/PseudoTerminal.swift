#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that this program is behind, for another program to be in front of.
struct PseudoTerminal {
  /// The side that this program reads and writes.
  let back: Int32
  /// The side that looks like a terminal.
  let front: Int32

  /// Makes a terminal; no program inherits its ends by itself.
  init(_ settings: termios, _ size: winsize) throws(StartFailure) {
    var (settings, size) = (settings, size)
    var (back, front): (Int32, Int32) = (-1, -1)
    guard openpty(&back, &front, nil, &settings, &size) == 0 else {
      throw StartFailure(code: errno)
    }
    for end in [back, front] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(back, F_SETFL, O_NONBLOCK)
    (self.back, self.front) = (back, front)
  }

  static func size(of terminal: Int32) -> winsize {
    var size = winsize()
    _ = ioctl(terminal, UInt(TIOCGWINSZ), &size)
    return size
  }

  /// Gives a terminal the size of another, of which the system tells the programs in front of it.
  static func resize(_ terminal: Int32, like other: Int32) {
    var size = size(of: other)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}
