#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The three pipes between this program and a child, and the talk over them.
struct ChildStreams: Sendable {
  /// The two ends of a pipe.
  struct Pipe: Sendable {
    let reading: Int32
    let writing: Int32
  }

  let input: Pipe
  let output: Pipe
  let errors: Pipe

  /// Opens the pipes. No child inherits them that is started later, by any other thread.
  ///
  /// - Throws: The system's error code, such as `EMFILE`.
  init() throws(FileError) {
    input = try Self.pipe()
    do throws(FileError) {
      output = try Self.pipe()
    } catch {
      Self.close(input)
      throw error
    }
    do throws(FileError) {
      errors = try Self.pipe()
    } catch {
      Self.close(input)
      Self.close(output)
      throw error
    }
  }

  /// Closes every end, for a child that could not be started.
  func closeAll() {
    for pipe in [input, output, errors] { Self.close(pipe) }
  }

  /// Writes the input and reads both streams until the child has closed them, in whatever order
  /// the child likes: neither waits for the other. Closes every end.
  ///
  /// - Parameters:
  ///   - watch: Says when to stop, whatever the child does.
  ///   - receive: Takes the output as it comes, which is then not kept.
  func exchange(
    _ bytes: [UInt8], under watch: inout ChildWatch,
    receiving receive: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) -> Talk {
    for end in [input.reading, output.writing, errors.writing] { closeFile(end) }
    let pipeSignal = PipeSignalHold()
    var brokenPipe = false
    defer { pipeSignal.release(consuming: brokenPipe) }
    _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
    var pending = bytes[...]
    var writing = input.writing
    var read = Talk()
    var reading = (output: output.reading, errors: errors.reading)
    while true {
      if pending.isEmpty { Self.finish(&writing) }
      guard writing >= 0 || reading.output >= 0 || reading.errors >= 0 else { return read }
      // A descriptor of -1 is passed over.
      var ends = [
        pollfd(fd: writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: reading.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: reading.errors, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ends, 3, watch.milliseconds)
      read.cut = watch.cut(read, isQuiet: count == 0)
      guard read.cut == nil else {
        for end in [writing, reading.output, reading.errors] where end >= 0 { closeFile(end) }
        return read
      }
      guard count > 0 else { continue }
      if ends[0].revents != 0, !Self.send(&pending, to: writing) {
        brokenPipe = true
        pending = []
      }
      if ends[1].revents != 0 {
        Self.receive(&read.output, from: &reading.output)
        if let receive, !read.output.isEmpty {
          read.output.withUnsafeBytes(receive)
          read.output.removeAll(keepingCapacity: true)
        }
      }
      if ends[2].revents != 0 { Self.receive(&read.errors, from: &reading.errors) }
    }
  }

  /// What a child has said.
  struct Talk {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    /// Why the child was not listened to any longer.
    var cut: ChildProcess.Cut?
  }

  // MARK: Parts

  private static func pipe() throws(FileError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard openPipe(&ends) == 0 else { throw FileError("open", "a pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(reading: ends[0], writing: ends[1])
  }

  private static func close(_ pipe: Pipe) {
    closeFile(pipe.reading)
    closeFile(pipe.writing)
  }

  private static func finish(_ end: inout Int32) {
    if end >= 0 { closeFile(end) }
    end = -1
  }

  /// Writes as much as fits; false when the child reads no more.
  private static func send(_ pending: inout ArraySlice<UInt8>, to end: Int32) -> Bool {
    let count = pending.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    pending = pending.dropFirst(count)
    return true
  }

  private static func receive(_ bytes: inout [UInt8], from end: inout Int32) {
    let size = 1 << 16
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      count = read(end, buffer.baseAddress, size)
      initialized = max(0, count)
    }
    if count < 0, errno == EINTR { return }
    if count <= 0 { finish(&end) }
    bytes += chunk
  }
}

// The system's own names are those of methods above.
private func openPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
private func closeFile(_ end: Int32) { _ = close(end) }
