#if canImport(Glibc)
  import Glibc

  /// What stands in this process's memory, read through the kernel, so that memory that is freed
  /// can be looked at without an undefined access.
  enum ProcessMemory {
    /// The bytes at the address that `body` returns, which may have been freed by then, or nil
    /// where the kernel does not let them be read.
    ///
    /// The room for the result is allocated first, or it would be given the very memory in
    /// question.
    static func bytes(count: Int, at body: () throws -> UInt) rethrows -> [UInt8]? {
      var bytes = Array(repeating: UInt8(0), count: count)
      let file = open("/proc/self/mem", O_RDONLY)
      guard file >= 0 else { return nil }
      defer { close(file) }
      let address = try body()
      let read = pread(file, &bytes, count, off_t(address))
      return read == count ? bytes : nil
    }
  }
#endif
