import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run of a program at a terminal of its own, whose output is masked on its way to the person's.
///
/// The program cannot tell its terminal from the person's: what it sets is set there, keys reach it
/// there, and the terminal turns them into signals. When it stops, this program gives the person's
/// terminal back and stops with it; when it is continued, so is the program.
struct TerminalRun {
  private static let taken =
    PipedRun.passedOn + [SIGCHLD, SIGPIPE, SIGWINCH, SIGTSTP, SIGCONT]
  /// How long it takes at most to see that this program was put in front, in milliseconds: not
  /// every shell tells it.
  private static let glance: Int32 = 500

  private let name: String
  private let signals: SignalPipe
  private let inner: PseudoTerminal
  private let reports: Int32
  private let leader: pid_t
  private var outer = OuterTerminal()
  private var keys: KeyStream
  private var streams: [MaskedStream]
  /// The program, once it has been started; it is the first of its group.
  private var program: pid_t?
  /// The signals that have come before.
  private var waiting: [Int32] = []
  /// Whether the program's terminal is still there.
  private var isConnected = true
  private var end: ProgramEnd?
  private var failure: StartFailure?

  /// Whether a person is at both ends of the program.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Starts the program.
  ///
  /// - Throws: `Failure`.
  init(starting image: ProgramImage, _ patterns: MaskPatterns) throws {
    do throws(StartFailure) {
      try self.init(image, patterns)
    } catch {
      throw error.failure(image.name)
    }
  }

  private init(_ image: ProgramImage, _ patterns: MaskPatterns) throws(StartFailure) {
    name = image.name
    signals = try SignalPipe(Self.taken)
    inner = try PseudoTerminal(
      outer.settings, PseudoTerminal.size(of: outer.descriptor))
    keys = KeyStream(from: outer.descriptor, to: inner.back)
    // The one side is read by the stream, and written by the keys.
    streams = [
      MaskedStream(from: fcntl(inner.back, F_DUPFD_CLOEXEC, 0), to: STDOUT_FILENO, patterns)
    ]
    var descriptors = [STDIN_FILENO: inner.front, STDOUT_FILENO: inner.front]
    if isatty(STDERR_FILENO) == 1 {
      descriptors[STDERR_FILENO] = inner.front
    } else {
      let errors = try OutputPipe()
      descriptors[STDERR_FILENO] = errors.writing
      streams.append(MaskedStream(from: errors.reading, to: STDERR_FILENO, patterns))
    }
    let pipe = try OutputPipe()
    descriptors[JobReport.descriptor] = pipe.writing
    reports = pipe.reading
    _ = fcntl(reports, F_SETFL, O_NONBLOCK)
    leader = try image.led().spawn(descriptors)
    for end in Set(descriptors.values) { close(end) }
  }

  /// Follows the program to its end.
  ///
  /// - Throws: `Failure` if it could not be started, or if its output could not be written.
  mutating func run() throws -> ProgramEnd {
    outer.take()
    defer { outer.giveBack() }
    while !isOver { turn() }
    waitpid(leader, nil, 0)
    if let failure { throw failure.failure(name) }
    if let failure = streams.lazy.compactMap(\.failure).first { throw failure }
    return end ?? .exited(0)
  }

  private var isOver: Bool { end != nil && streams.allSatisfy(\.isDone) }

  /// Whether there is a program that a key could mean anything to.
  private var isListening: Bool { program != nil && end == nil && isConnected }

  // MARK: Turns

  /// Waits until something can be done, and does it.
  private mutating func turn() {
    var wishes = [signals.reading, end == nil ? reports : -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    wishes.append(keys.wish(outer.isTaken && isListening))
    wishes += streams.map(\.wish)
    let isAwaited = streams.contains(where: \.isAwaited)
    let limit = isAwaited ? PipedRun.patience : outer.isTaken ? -1 : Self.glance
    let count = poll(&wishes, nfds_t(wishes.count), limit)
    for (index, wish) in zip(streams.indices, wishes.dropFirst(3)) {
      if count == 0 { streams[index].relent() }
      if count > 0, wish.revents != 0 { streams[index].advance() }
    }
    if count > 0, wishes[2].revents != 0 { keys.advance() }
    if !outer.isTaken, end == nil { takeTerminal() }
    for arrival in signals.arrivals() { heed(arrival.signal) }
    if count > 0, wishes[1].revents != 0 { heedReports() }
    if !streams.isEmpty, !streams[0].isOpen, end == nil { hangUp() }
    if end != nil { for index in streams.indices { streams[index].finish() } }
  }

  private mutating func heed(_ signal: Int32) {
    switch signal {
    case SIGWINCH: resize()
    case SIGCONT: goOn()
    case SIGCHLD, SIGPIPE: break
    default:
      if end != nil, PipedRun.ending.contains(signal) {
        // Only what is left to be shown holds this program up.
        end = .signaled(signal)
        streams = []
      } else {
        pass(signal)
      }
    }
  }

  private mutating func pass(_ signal: Int32) {
    if let program { kill(-program, signal) } else { waiting.append(signal) }
  }

  private mutating func heedReports() {
    var isGone = true
    while let report = JobReport.receive(from: reports) {
      isGone = false
      switch report {
      case .started(let program):
        self.program = program
        for signal in waiting { kill(-program, signal) }
      case .failed(let code):
        failure = StartFailure(code: code)
        end = .notExecutable
      case .stopped(let signal): stop(by: signal)
      case .ended(let status): end = ProgramEnd(status: status)
      }
    }
    if isGone, end == nil { endWithLeader() }
  }

  /// The leader has gone without a word: it was killed, and the program with it.
  private mutating func endWithLeader() {
    var status: Int32 = 0
    guard waitpid(leader, &status, WNOHANG) == leader else { return }
    end = ProgramEnd(status: status)
  }

  /// The person's terminal is gone: so is the program's, which the system tells it.
  private mutating func hangUp() {
    guard isConnected else { return }
    isConnected = false
    close(inner.back)
  }

  private func resize() {
    if isConnected { PseudoTerminal.resize(inner.back, like: outer.descriptor) }
  }

  // MARK: Stopping

  /// Stops with the program, until the shell continues this one; then it continues the program.
  private mutating func stop(by signal: Int32) {
    for index in streams.indices { streams[index].drain() }
    outer.giveBack()
    SignalPipe.stopGroup(by: signal)
    // The signal to continue has been obeyed here.
    for arrival in signals.arrivals() where arrival.signal != SIGCONT { heed(arrival.signal) }
    goOn()
  }

  private mutating func goOn() {
    takeTerminal()
    pass(SIGCONT)
  }

  /// Takes the terminal if it is to be had; its size may have changed meanwhile.
  private mutating func takeTerminal() {
    outer.take()
    resize()
  }
}
