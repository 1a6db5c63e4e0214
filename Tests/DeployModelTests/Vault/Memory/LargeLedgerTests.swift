import Foundation
import Testing

@testable import DeployModel

@Suite struct LargeLedgerTests {
  @Test func aLedgerOfAThousandChangesOnBranchesVerifies() throws {
    let ledger = try LargeLedger(changes: 1_000)
    let verification = VaultVerification(ledger.contents)
    #expect(verification.faults == [])
    #expect(verification.state.changeCount == 1_000)
    #expect(try ledger.fixture.reveal("service-3") == "v3")
  }

  private static let benchmarkFolder =
    ProcessInfo.processInfo.environment["FLYCONF_BENCHMARK_PROJECT"]

  /// For `Tests/Benchmarks/run`, which measures the commands on it.
  @Test(.enabled(if: benchmarkFolder != nil))
  func writesABenchmarkProject() throws {
    let folder = try #require(Self.benchmarkFolder)
    try LargeLedger(changes: 10_000).write(to: folder)
    for count in [10, 10_000, 100_000] {
      try ManyValues(count: count).write(to: "\(folder)-\(count)")
    }
  }
}
