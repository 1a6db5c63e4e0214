#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// The bytes of a file of any kind that can be read to its end, such as a named pipe: opening
  /// one waits for whoever writes to it.
  ///
  /// They stand in one place and no copy stays behind, for they may be a secret.
  ///
  /// - Parameter limit: More bytes than this are refused.
  package func streamedContents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = try attempt(.open, "read", path) { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    defer { close(file) }
    guard isatty(file) == 0 else {
      throw FileError("read", path, "it is a terminal, which would show what is typed")
    }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, initialized in
      while initialized <= limit {
        let rest = UnsafeMutableRawBufferPointer(buffer).baseAddress.map { $0 + initialized }
        let outcome = outcome(.read, path) { readBytes(file, rest, limit + 1 - initialized) }
        code = outcome.code
        if outcome.result <= 0 { return }
        initialized += outcome.result
      }
    }
    guard code == 0 else { throw FileError("read", path, code: code) }
    guard bytes.count <= limit else {
      throw FileError("read", path, "it has more than the limit of \(Self.size(limit))")
    }
    return bytes
  }

  /// Reads an open file from where it stands, if it is a regular one and not too large.
  func contents(
    ofOpen file: Int32, _ path: @autoclosure () -> String, limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    _ = try attempt(.inspect, "read", path()) { fstat(file, &status) }
    switch Kind(mode: status.st_mode) {
    case .file: break
    case .folder: throw FileError("read", path(), code: EISDIR)
    case .other:
      throw FileError(
        "read", path(), "it is not a regular file", help: "a file should stand there")
    }
    guard status.st_size <= limit else {
      throw FileError(
        "read", path(),
        "it has \(status.st_size) bytes, more than the limit of \(Self.size(limit))",
        help: "split the file or remove what does not belong in it")
    }
    return try readAll(file, path(), expecting: Int(status.st_size), limit: limit)
  }

  /// Reads to the end, which for a file that grows may be further than expected.
  private func readAll(
    _ file: Int32, _ path: @autoclosure () -> String, expecting size: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    // Room for one byte more than there should be: a call that leaves it free has come to the
    // end, which makes another call superfluous.
    var bytes = try readChunk(file, path(), size + 1)
    if bytes.count == size { return bytes }
    while true {
      guard bytes.count <= limit else {
        throw FileError("read", path(), "it grew past the limit of \(Self.size(limit))")
      }
      let more = try readChunk(file, path(), max(size, 4096))
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  private func readChunk(
    _ file: Int32, _ path: @autoclosure () -> String, _ size: Int
  ) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      let outcome = outcome(.read, path()) { readBytes(file, buffer.baseAddress, size) }
      code = outcome.code
      initialized = max(0, outcome.result)
    }
    guard code == 0 else { throw FileError("read", path(), code: code) }
    return bytes
  }

  private static func size(_ limit: Int) -> String {
    limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}
