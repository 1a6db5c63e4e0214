#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Reads a regular file of any size in blocks of 256 KiB at most.
  ///
  /// - Parameter receive: Called with each block; what it is given must not outlive the call.
  /// - Returns: False if there is no such file, or a link in its place.
  func readBlocks(
    of path: String, _ receive: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) -> Bool {
    // Without O_NONBLOCK, opening a pipe that stands in for a file would wait for ever.
    let file = try attempt(.open, "read", path, unless: [ENOENT, ENOTDIR, ELOOP]) {
      open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    _ = try attempt(.inspect, "read", path) { fstat(file, &status) }
    guard Kind(mode: status.st_mode) == .file else { return false }
    let size = min(max(Int(status.st_size) + 1, 1), 256 << 10)
    return try withUnsafeTemporaryBytes(size) { (block) throws(FileError) in
      while true {
        let count = try attempt(.read, "read", path) { readBlock(file, block) }
        if count == 0 { return true }
        receive(UnsafeRawBufferPointer(rebasing: block[..<count]))
      }
    }
  }

  private func withUnsafeTemporaryBytes<Result>(
    _ count: Int, _ body: (UnsafeMutableRawBufferPointer) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { block.deallocate() }
    return try body(block)
  }
}

// The system's own name is that of a method above.
private func readBlock(_ file: Int32, _ block: UnsafeMutableRawBufferPointer) -> Int {
  read(file, block.baseAddress, block.count)
}
