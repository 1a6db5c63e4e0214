import Testing

@testable import DeployModel

@Suite struct LedgerGraphTests {
  @Test(arguments: 0..<40)
  func saysTheSameAsASearch(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var graph = LedgerGraph()
    var pasts: [Set<Int>] = []
    for index in 0..<40 {
      var parents: Set<Int> = []
      if index > 0 {
        for _ in 0...random.next(upTo: 3) {
          // Mostly the newest ones, as in a ledger.
          parents.insert(max(0, index - 1 - random.next(upTo: random.next(upTo: 4) == 0 ? 20 : 3)))
        }
      }
      graph.append(parents: parents.sorted())
      pasts.append(parents.reduce(into: [index]) { $0.formUnion(pasts[$1]) })
    }
    for later in pasts.indices {
      for earlier in pasts.indices {
        #expect(graph.isPast(earlier, of: later) == pasts[later].contains(earlier))
      }
    }
  }
}
