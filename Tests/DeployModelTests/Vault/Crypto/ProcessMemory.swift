#if canImport(Glibc)
  import Glibc

  /// What stands in this process's memory, read through the kernel, so that memory that is freed
  /// can be looked at without an undefined access.
  enum ProcessMemory {
    /// The bytes at an address, or nil where the kernel does not let them be read.
    static func bytes(at address: UInt, count: Int) -> [UInt8]? {
      let file = open("/proc/self/mem", O_RDONLY)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var bytes = Array(repeating: UInt8(0), count: count)
      let read = pread(file, &bytes, count, off_t(address))
      return read == count ? bytes : nil
    }
  }
#endif
