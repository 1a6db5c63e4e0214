import DeployModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets a command of several steps end in order when somebody ends it: it is told, and stops
/// behind the step it is at.
///
/// A signal that the program was started to ignore stays ignored.
struct InterruptionWatch {
  private var former: [(signal: Int32, action: sigaction)] = []

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  init() {
    interruptions.store(0, ordering: .relaxed)
    for signal in Self.signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      guard !old.isIgnoring else { continue }
      // Without SA_RESTART a wait for an answer ends when the signal comes.
      var new = sigaction.calling { _ in interruptions.store(1, ordering: .relaxed) }
      sigaction(signal, &new, nil)
      former.append((signal, old))
    }
  }

  /// Lets signals do what they did before.
  func end() {
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
  }

  static var isInterrupted: Bool { interruptions.load(ordering: .relaxed) != 0 }

  /// - Throws: `Failure` if somebody has ended the program.
  static func check() throws {
    if isInterrupted { throw Failure.interrupted }
  }
}

/// Set by a signal's handler, which may do nothing but this.
private let interruptions = Atomic<Int>(0)

extension sigaction {
  fileprivate static func calling(_ handler: @escaping @convention(c) (Int32) -> Void) -> Self {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    return action
  }

  fileprivate var isIgnoring: Bool {
    #if canImport(Glibc)
      let handler = __sigaction_handler.sa_handler
    #elseif canImport(Musl)
      let handler = __sa_handler.sa_handler
    #else
      let handler = __sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
