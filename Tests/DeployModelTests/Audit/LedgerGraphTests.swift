import Testing

@testable import DeployModel

@Suite struct LedgerGraphTests {
  /// A graph with branches, and the past of each change found by walking.
  private static func random(_ seed: UInt64, count: Int) -> (LedgerGraph, [Set<Int>]) {
    var generator = SplitMix(state: seed)
    var graph = LedgerGraph()
    var pasts: [Set<Int>] = []
    for index in 0..<count {
      let limit = index == 0 ? 0 : Int.random(in: 1...3, using: &generator)
      let parents = Set(
        (0..<limit).map { _ in
          // Mostly the newest ones, as in a ledger.
          max(0, index - 1 - Int.random(in: 0...2, using: &generator) * Int(generator.next() % 5))
        })
      graph.append(parents: parents.sorted())
      pasts.append(parents.reduce(into: [index]) { $0.formUnion(pasts[$1]) })
    }
    return (graph, pasts)
  }

  @Test(arguments: 1...30)
  func knowsWhatLiesInThePastOfWhat(_ seed: UInt64) {
    let (graph, pasts) = Self.random(seed, count: 60)
    for later in 0..<60 {
      for earlier in 0..<60 {
        #expect(graph.isPast(earlier, of: later) == pasts[later].contains(earlier))
      }
    }
  }

  @Test(arguments: 1...30)
  func canBeMadeAgainFromItsRuns(_ seed: UInt64) throws {
    let (graph, pasts) = Self.random(seed, count: 60)
    let again = try #require(LedgerGraph(runs: graph.runs, count: 60))
    #expect(again.runs == graph.runs)
    for later in 0..<60 {
      for earlier in 0..<60 {
        #expect(again.isPast(earlier, of: later) == pasts[later].contains(earlier))
      }
    }
  }

  @Test func refusesRunsThatPointNowhere() {
    let first = LedgerGraph.Run(parents: [], following: 2)
    #expect(LedgerGraph(runs: [first], count: 3) != nil)
    #expect(LedgerGraph(runs: [first], count: 4) == nil)
    #expect(LedgerGraph(runs: [first], count: 2) == nil)
    #expect(LedgerGraph(runs: [.init(parents: [0], following: 0)], count: 1) == nil)
    #expect(LedgerGraph(runs: [first, .init(parents: [-1], following: 0)], count: 4) == nil)
    #expect(LedgerGraph(runs: [.init(parents: [], following: -1)], count: 0) == nil)
    #expect(LedgerGraph(runs: [.init(parents: [], following: .max)], count: 3) == nil)
  }
}
