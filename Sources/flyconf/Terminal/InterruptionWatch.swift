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
  /// The signal by which somebody has ended the program; nothing as long as nobody has.
  let signal: () -> Int32?

  /// Lets signals do what they did before.
  let end: () -> Void

  /// - Throws: `Failure` if somebody has ended the program.
  func check() throws {
    if let signal = signal() { throw Failure.interrupted(by: signal) }
  }
}

extension InterruptionWatch {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// A watch over the signals that the program gets, one at a time.
  static func overSignals() -> InterruptionWatch {
    var former: [(signal: Int32, action: sigaction)] = []
    interruption.store(0, ordering: .relaxed)
    for signal in signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      guard !old.isIgnoring else { continue }
      // Without SA_RESTART a wait for an answer ends when the signal comes.
      var new = sigaction.calling { interruption.store(Int($0), ordering: .relaxed) }
      sigaction(signal, &new, nil)
      former.append((signal, old))
    }
    let actions = former
    return InterruptionWatch(
      signal: { received },
      end: {
        for (signal, action) in actions {
          var action = action
          sigaction(signal, &action, nil)
        }
      })
  }

  /// The signal that the program has got since the last watch began.
  static var received: Int32? {
    let signal = interruption.load(ordering: .relaxed)
    return signal == 0 ? nil : Int32(signal)
  }

  /// - Throws: `Failure` if the program has got one.
  static func checkSignals() throws {
    if let received { throw Failure.interrupted(by: received) }
  }
}

/// The number of a signal, set by its handler, which may do nothing but this.
private let interruption = Atomic<Int>(0)

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
