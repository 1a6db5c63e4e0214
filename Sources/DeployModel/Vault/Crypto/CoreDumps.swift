#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of a crashed program's memory, which would keep its keys.
package enum CoreDumps {
  /// Lets a crash of this process, and of those it starts, leave no file of its memory.
  ///
  /// It sets the soft and the hard limit of core files to 0. On Linux a collector that the kernel
  /// pipes dumps to is started all the same; the common ones keep nothing for a process with this
  /// limit. Marking the process as not dumpable (`PR_SET_DUMPABLE`) would stop them too, but it
  /// gives the files in `/proc/self` to root, which breaks programs that read them, and shuts
  /// debuggers out.
  ///
  /// - Returns: Whether the limit stands.
  @discardableResult
  package static func disable() -> Bool {
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Glibc)
      return setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0
    #else
      return setrlimit(RLIMIT_CORE, &limit) == 0
    #endif
  }
}
