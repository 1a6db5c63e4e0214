#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
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
