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

  /// Makes a terminal that is as large as another, and set like it.
  init(like terminal: OuterTerminal) throws(StartFailure) {
    var (settings, size) = terminal.settings()
    var (back, front): (Int32, Int32) = (-1, -1)
    guard openpty(&back, &front, nil, &settings, &size) == 0 else {
      throw StartFailure(code: errno)
    }
    for end in [back, front] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(back, F_SETFL, O_NONBLOCK)
    (self.back, self.front) = (back, front)
  }

  /// Gives it another size, of which the system tells the program.
  func resize(to size: winsize) {
    var size = size
    _ = ioctl(back, UInt(TIOCSWINSZ), &size)
  }
}
