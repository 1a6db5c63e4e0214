/// Which changes lie in the past of which, answered quickly for graphs that are mostly lines.
///
/// Runs of changes that follow one another with nothing beside them are one segment: a search
/// for the past of a change steps from segment to segment instead of from change to change.
struct LedgerGraph: Sendable {
  private struct Node {
    /// The first change it names, or -1; the others stand by themselves, for few have any.
    var parent: Int
    var otherParents: [Int]
    var segment: Int
    /// Whether another change names it.
    var hasChild = false
    /// Whether all changes before it are known to lie in its past.
    var seesAll: Bool
  }

  private var nodes: [Node] = []
  /// The first change of each segment.
  private var starts: [Int] = []
  /// The changes that no other names, in ascending order.
  private var tips: [Int] = []

  var count: Int { nodes.count }

  mutating func reserveCapacity(_ count: Int) { nodes.reserveCapacity(count) }

  /// Adds the next change; its parents stand before it.
  mutating func append(parents: [Int]) {
    if parents.count == 1, let parent = parents.first {
      append(parent, [])
    } else {
      append(parents.first ?? -1, Array(parents.dropFirst()))
    }
  }

  private mutating func append(_ parent: Int, _ others: [Int]) {
    let index = nodes.count
    let seesAll = tips.allSatisfy { $0 == parent || others.contains($0) }
    if seesAll { tips.removeAll(keepingCapacity: true) }
    tips.removeAll { $0 == parent || others.contains($0) }
    tips.append(index)
    // A second child of a change begins a segment; the first one stays in its parent's.
    let isNext = others.isEmpty && parent >= 0 && !nodes[parent].hasChild
    let segment = isNext ? nodes[parent].segment : starts.count
    if !isNext { starts.append(index) }
    nodes.append(
      Node(parent: parent, otherParents: others, segment: segment, seesAll: seesAll))
    if parent >= 0 { nodes[parent].hasChild = true }
    for other in others { nodes[other].hasChild = true }
  }

  private func parents(of index: Int) -> [Int] {
    let node = nodes[index]
    return node.parent < 0 ? [] : [node.parent] + node.otherParents
  }

  /// Whether a change lies in the past of another, or is that change.
  func isPast(_ earlier: Int, of later: Int) -> Bool {
    if earlier >= later { return earlier == later }
    if nodes[later].seesAll { return true }
    var seen: Set<Int> = []
    var stack = [later]
    while let index = stack.popLast() {
      if index < earlier { continue }
      if nodes[index].segment == nodes[earlier].segment { return true }
      // Within a segment each change is in the past of all behind it.
      if nodes[index].seesAll, earlier < index { return true }
      let start = starts[nodes[index].segment]
      guard seen.insert(start).inserted else { continue }
      stack += parents(of: start)
    }
    return false
  }
}

extension LedgerGraph {
  /// Changes that follow one another directly: the first, with those it names, and how many
  /// stand behind it of which each names the one before it alone.
  struct Run: Hashable, Sendable {
    var parents: [Int]
    var following: Int
  }

  /// The graph in a few runs, from which it can be made again.
  var runs: [Run] {
    var runs: [Run] = []
    for index in nodes.indices {
      let node = nodes[index]
      if index > 0, node.parent == index - 1, node.otherParents.isEmpty {
        runs[runs.count - 1].following += 1
      } else {
        runs.append(Run(parents: parents(of: index), following: 0))
      }
    }
    return runs
  }

  /// - Returns: Nothing if a change would name one that does not stand before it.
  init?(runs: [Run], count: Int) {
    self.init()
    reserveCapacity(count)
    for run in runs {
      guard nodes.count < count, run.parents.allSatisfy({ nodes.indices.contains($0) }),
        0..<(count - nodes.count) ~= run.following
      else { return nil }
      append(parents: run.parents)
      for _ in 0..<run.following { append(nodes.count - 1, []) }
    }
    guard nodes.count == count else { return nil }
  }
}
