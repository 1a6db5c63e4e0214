#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, output and error that whoever started the program has closed.
enum ClosedDescriptors {
  /// Puts something in their place that can be neither read nor written.
  ///
  /// Else the next file that is opened would take the number, and a remark for standard error
  /// would be written into it; a record of a read must not seem to be written either.
  static func occupy() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free is taken: this one, for those below it are not.
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
