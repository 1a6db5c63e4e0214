#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal of the person, while a program has a terminal of its own in front of it.
///
/// In the meantime every key goes to that program's terminal as it is, which makes signals and
/// lines of them. Whoever made this gives the terminal back by `giveBack` on every way out.
struct OuterTerminal {
  let descriptor = STDIN_FILENO
  private var former = termios()
  /// Whether keys come as they are.
  private(set) var isTaken = false

  /// Whether this program may read from the terminal, and not another job of the shell.
  private var isInFront: Bool {
    let group = tcgetpgrp(descriptor)
    // A terminal that belongs to nobody's session has no front.
    return group < 0 || group == getpgrp()
  }

  /// The settings that it has when it is not taken.
  var settings: termios {
    var settings = former
    if !isTaken { tcgetattr(descriptor, &settings) }
    return settings
  }

  /// Takes the keys, if this program is in front; a shell may have set the terminal otherwise
  /// meanwhile.
  mutating func take() {
    guard isInFront, isTaken || tcgetattr(descriptor, &former) == 0 else {
      isTaken = false
      return
    }
    var raw = former
    cfmakeraw(&raw)
    isTaken = tcsetattr(descriptor, TCSADRAIN, &raw) == 0
  }

  /// Sets the terminal as it was, unless another job has it now.
  mutating func giveBack() {
    guard isTaken else { return }
    isTaken = false
    if isInFront { tcsetattr(descriptor, TCSADRAIN, &former) }
  }
}
