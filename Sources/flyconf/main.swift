import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

ClosedDescriptors.occupy()
// A key in memory must not reach a file when the program crashes.
CoreDumps.disable()

do {
  exit(Flyconf.run(Array(CommandLine.arguments.dropFirst()), in: try .system()).rawValue)
} catch {
  exit(FailureReport(.system([:]), .human).show(error).rawValue)
}
