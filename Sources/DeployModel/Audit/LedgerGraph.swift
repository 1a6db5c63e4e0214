/// Which changes lie in the past of which, answered quickly for graphs that are mostly lines.
///
/// Runs of changes that follow one another with nothing beside them are one segment: a search
/// for the past of a change steps from segment to segment instead of from change to change.
struct LedgerGraph: Sendable {
  private struct Node {
    var parents: [Int]
    var segment: Int
  }

  private var nodes: [Node] = []
  /// The first change of each segment.
  private var starts: [Int] = []
  /// How many changes name each one.
  private var children: [Int] = []
  /// The changes before a position all lie in its past, for positions where that is known.
  private var seesAll: [Bool] = []
  private var tips: Set<Int> = []

  var count: Int { nodes.count }

  /// Adds the next change; its parents stand before it.
  mutating func append(parents: [Int]) {
    let index = nodes.count
    seesAll.append(tips.isSubset(of: parents))
    for parent in parents { tips.remove(parent) }
    tips.insert(index)
    children.append(0)
    // A second child of a change begins a segment; the first one stays in its parent's.
    if parents.count == 1, let parent = parents.first, children[parent] == 0 {
      nodes.append(Node(parents: parents, segment: nodes[parent].segment))
    } else {
      nodes.append(Node(parents: parents, segment: starts.count))
      starts.append(index)
    }
    for parent in parents { children[parent] += 1 }
  }

  /// Whether a change lies in the past of another, or is that change.
  func isPast(_ earlier: Int, of later: Int) -> Bool {
    if earlier >= later { return earlier == later }
    if seesAll[later] { return true }
    var seen: Set<Int> = []
    var stack = [later]
    while let index = stack.popLast() {
      if index < earlier { continue }
      if nodes[index].segment == nodes[earlier].segment { return true }
      // Within a segment each change is in the past of all behind it.
      if seesAll[index], earlier < index { return true }
      let start = starts[nodes[index].segment]
      guard seen.insert(start).inserted else { continue }
      stack += nodes[start].parents
    }
    return false
  }
}
