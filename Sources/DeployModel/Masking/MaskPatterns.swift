/// Everything that is to be hidden, in a form in which it is found in one pass.
///
/// An automaton of Aho and Corasick: its state is the longest end of what was read that begins a
/// pattern, so that a text takes time in proportion to its length, whatever the patterns are.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search",
/// Communications of the ACM 18 (1975).
package struct MaskPatterns: Sendable {
  /// The fewest bytes of what is hidden.
  ///
  /// What is shorter stands in every text by chance: hiding `1` or `on` would ruin the output and
  /// tell the value by what is missing. Whoever passes such a value is told that it is shown.
  package static let shortest = 4

  /// A state: an end of what was read, as far as it begins patterns.
  struct State {
    /// The state of the longest shorter end.
    var fallback: Int32 = 0
    /// How many bytes of a pattern have been read.
    var depth: Int32
    /// The longest pattern that ends here; 0 where none does.
    var match: Int32 = 0
    /// The length of the shortest pattern that may be meant.
    var shortestPattern: Int32 = .max
    /// The byte that leads on to the state with the next number; -1 where none does.
    var chain: Int16 = -1
    /// Whether other bytes lead on too.
    var hasBranches = false

    /// Whether any pattern goes on from here.
    var isOpen: Bool { chain >= 0 || hasBranches }
  }

  private(set) var states = [State(depth: 0)]
  /// The states behind the first byte of a text, by that byte.
  private(set) var starts = [Int32](repeating: 0, count: 256)
  private(set) var filter = StartFilter()
  private var branches = BranchTable()

  /// Whether there is nothing to hide.
  package var isEmpty: Bool { states.count == 1 }

  /// The patterns of values, in every form in which programs write them.
  package init(values: some Sequence<Secret>) {
    var patterns: Set<[UInt8]> = []
    for value in values {
      value.withBytes { bytes in
        patterns.formUnion(WrittenForms(of: bytes).all)
      }
    }
    self.init(patterns)
  }

  /// Whether a value is long enough to be hidden, without the white space around it.
  package static func hides(_ value: Secret) -> Bool {
    value.withBytes { WrittenForms.trimmed($0).count >= shortest }
  }

  /// - Parameter patterns: Those that are shorter than `shortest` are left out.
  init(_ patterns: some Sequence<[UInt8]>) {
    var edges = [Edge(parent: 0, byte: 0)]
    for pattern in patterns where pattern.count >= Self.shortest {
      insert(pattern, &edges)
    }
    link(edges)
  }

  // MARK: Steps

  /// The state that a byte leads to.
  func next(_ state: Int32, _ byte: UInt8) -> Int32 {
    var state = state
    while state != 0 {
      let here = states[Int(state)]
      if here.chain == Int16(byte) { return state + 1 }
      if here.hasBranches, let branch = branches[state, byte] { return branch }
      state = here.fallback
    }
    return starts[Int(byte)]
  }

  /// The longest end of what was read that may become a pattern yet.
  func openState(_ state: Int32) -> State {
    var state = states[Int(state)]
    while !state.isOpen, state.depth > 0 { state = states[Int(state.fallback)] }
    return state
  }

  // MARK: Making

  /// What leads to a state.
  private struct Edge {
    var parent: Int32
    var byte: UInt8
  }

  private mutating func insert(_ pattern: [UInt8], _ edges: inout [Edge]) {
    filter.add(pattern)
    let length = Int32(pattern.count)
    var state: Int32 = 0
    for byte in pattern {
      state = child(of: state, byte) ?? addChild(of: state, byte, &edges)
      states[Int(state)].shortestPattern = min(states[Int(state)].shortestPattern, length)
    }
    states[Int(state)].match = length
  }

  private func child(of state: Int32, _ byte: UInt8) -> Int32? {
    if state == 0 { return starts[Int(byte)] == 0 ? nil : starts[Int(byte)] }
    let here = states[Int(state)]
    if here.chain == Int16(byte) { return state + 1 }
    return here.hasBranches ? branches[state, byte] : nil
  }

  private mutating func addChild(of state: Int32, _ byte: UInt8, _ edges: inout [Edge]) -> Int32 {
    let child = Int32(states.count)
    states.append(State(depth: states[Int(state)].depth + 1))
    edges.append(Edge(parent: state, byte: byte))
    if state == 0 {
      starts[Int(byte)] = child
    } else if child == state + 1 {
      states[Int(state)].chain = Int16(byte)
    } else {
      states[Int(state)].hasBranches = true
      branches.add(state, byte, to: child)
    }
    return child
  }

  /// Finds the fallbacks, those of short ends first, for on them the others are built.
  private mutating func link(_ edges: [Edge]) {
    for state in statesByDepth() where states[state].depth > 1 {
      let edge = edges[state]
      let fallback = next(states[Int(edge.parent)].fallback, edge.byte)
      states[state].fallback = fallback
      if states[state].match == 0 { states[state].match = states[Int(fallback)].match }
    }
  }

  private func statesByDepth() -> [Int] {
    let deepest = states.lazy.map { Int($0.depth) }.max() ?? 0
    var places = [Int](repeating: 0, count: deepest + 2)
    for state in states { places[Int(state.depth) + 1] += 1 }
    for depth in 1..<places.count { places[depth] += places[depth - 1] }
    var sorted = [Int](repeating: 0, count: states.count)
    for (number, state) in states.enumerated() {
      sorted[places[Int(state.depth)]] = number
      places[Int(state.depth)] += 1
    }
    return sorted
  }
}
