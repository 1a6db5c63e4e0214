import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run of a program whose output comes back through pipes and is masked on its way.
///
/// The program is in the group of processes that this one is in, and has the same standard input:
/// Ctrl-C and Ctrl-Z reach it from the terminal as they reach this program, and a pager further on
/// in the pipeline has the terminal to itself. Only a signal that someone sent to this process is
/// passed on, for the program has not got it.
struct PipedRun {
  /// The signals that are passed on.
  static let passedOn = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2]
  /// Those of them that end this program too, once there is no other any more.
  static let ending: Set = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  /// How long a letter that may begin a value stays away from a person, in milliseconds.
  static let patience: Int32 = 50

  private let image: ProgramImage
  private let patterns: MaskPatterns

  init(_ image: ProgramImage, _ patterns: MaskPatterns) {
    self.image = image
    self.patterns = patterns
  }

  /// Runs the program to its end.
  ///
  /// - Throws: `Failure` if it cannot be started, or if its output could not be written.
  func run() throws -> ProgramEnd {
    var streams: [MaskedStream] = []
    let (signals, child): (SignalPipe, pid_t)
    do throws(StartFailure) {
      signals = try SignalPipe(Self.passedOn + [SIGCHLD, SIGPIPE])
      if let end = Self.earlyEnd(signals) { return end }
      child = try start(&streams)
    } catch {
      throw error.failure(image.name)
    }
    let end = follow(child, signals, &streams)
    if let failure = streams.lazy.compactMap(\.failure).first { throw failure }
    return end
  }

  /// The signal by which someone wanted this program to end before the other was there.
  private static func earlyEnd(_ signals: SignalPipe) -> ProgramEnd? {
    signals.arrivals().map(\.signal).first(where: ending.contains).map(ProgramEnd.signaled)
  }

  private func start(_ streams: inout [MaskedStream]) throws(StartFailure) -> pid_t {
    var descriptors: [Int32: Int32] = [:]
    var output = try OutputPipe()
    descriptors[STDOUT_FILENO] = output.writing
    streams.append(MaskedStream(from: output.reading, to: STDOUT_FILENO, patterns))
    if !Self.isOneOutput {
      output = try OutputPipe()
      streams.append(MaskedStream(from: output.reading, to: STDERR_FILENO, patterns))
    }
    descriptors[STDERR_FILENO] = output.writing
    let child = try image.spawn(descriptors)
    for end in Set(descriptors.values) { close(end) }
    return child
  }

  /// Whether both outputs lead to one place: through one pipe, they keep their order.
  static var isOneOutput: Bool {
    var (output, errors) = (stat(), stat())
    return fstat(STDOUT_FILENO, &output) == 0 && fstat(STDERR_FILENO, &errors) == 0
      && output.st_dev == errors.st_dev && output.st_ino == errors.st_ino
  }

  private func follow(
    _ child: pid_t, _ signals: SignalPipe, _ streams: inout [MaskedStream]
  ) -> ProgramEnd {
    var end: ProgramEnd?
    while true {
      if let end {
        for index in streams.indices { streams[index].finish() }
        if streams.allSatisfy(\.isDone) { return end }
      }
      var wishes = [pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0)]
      wishes += streams.map(\.wish)
      let isAwaited = streams.contains(where: \.isAwaited)
      let count = poll(&wishes, nfds_t(wishes.count), isAwaited ? Self.patience : -1)
      for (index, wish) in zip(streams.indices, wishes.dropFirst()) {
        if count == 0 { streams[index].relent() }
        if count > 0, wish.revents != 0 { streams[index].advance() }
      }
      for arrival in signals.arrivals() {
        if end != nil, Self.ending.contains(arrival.signal) { return .signaled(arrival.signal) }
        if end == nil { Self.pass(arrival, to: child) }
      }
      if end == nil { end = Self.end(of: child) }
    }
  }

  private static func pass(_ arrival: SignalPipe.Arrival, to child: pid_t) {
    guard passedOn.contains(arrival.signal), let sender = arrival.sender, sender != child
    else { return }
    kill(child, arrival.signal)
  }

  /// How a program has ended; nothing while it runs.
  static func end(of child: pid_t) -> ProgramEnd? {
    var status: Int32 = 0
    return waitpid(child, &status, WNOHANG) == child ? ProgramEnd(status: status) : nil
  }
}
