#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

do {
  exit(Flyconf.run(Array(CommandLine.arguments.dropFirst()), in: try .system()).rawValue)
} catch {
  exit(FailureReport(.system([:]), .human).show(error).rawValue)
}
