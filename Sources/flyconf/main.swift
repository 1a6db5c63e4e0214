#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(Flyconf.run(Array(CommandLine.arguments.dropFirst()), in: .system()).rawValue)
