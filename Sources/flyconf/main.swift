import DeployModel

ClosedDescriptors.occupy()
// A key in memory must not reach a file when the program crashes.
CoreDumps.disable()
Libcrypto.start()

SessionLeader(CommandLine.arguments)?.run()

do {
  Flyconf.run(Array(CommandLine.arguments.dropFirst()), in: try .system()).leave()
} catch {
  FailureReport(.system([:]), .human).show(error).leave()
}
