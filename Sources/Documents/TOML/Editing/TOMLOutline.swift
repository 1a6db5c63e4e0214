/// The tree of a document's statements: for each value, which headers and pairs speak of it.
struct TOMLOutline {
  struct Entry {
    let parent: Int?
    /// How many keys, not counting indices, lead here.
    let depth: Int
    /// The header that opens the table, or the pair that sets the value.
    fileprivate(set) var statement: Int?
    fileprivate(set) var children: [Step: Int] = [:]
  }

  enum Step: Hashable {
    case key(ExactKey)
    case index(Int)

    init(_ step: FieldPath.Step) {
      switch step {
      case .key(let key): self = .key(ExactKey(key))
      case .index(let index): self = .index(index)
      }
    }
  }

  private(set) var entries = [Entry(parent: nil, depth: 0)]
  private let statements: [TOMLStatement]

  init(_ statements: [TOMLStatement]) {
    self.statements = statements
    var headers: [Int: Int] = [:]
    for (index, statement) in statements.enumerated() {
      var entry = statement.header.flatMap { headers[$0] } ?? 0
      for step in statement.steps { entry = child(Step(step), of: entry) }
      entries[entry].statement = index
      if statement.kind != .pair { headers[index] = entry }
    }
  }

  private mutating func child(_ step: Step, of entry: Int) -> Int {
    if let child = entries[entry].children[step] { return child }
    let isKey = if case .key = step { true } else { false }
    entries.append(Entry(parent: entry, depth: entries[entry].depth + (isKey ? 1 : 0)))
    entries[entry].children[step] = entries.count - 1
    return entries.count - 1
  }

  func child(_ step: FieldPath.Step, of entry: Int) -> Int? { entries[entry].children[Step(step)] }

  /// The statements of a value and of all that it holds, in the order of the source.
  func statements(under entry: Int) -> [Int] {
    var found: [Int] = []
    var rest = [entry]
    while let next = rest.popLast() {
      if let statement = entries[next].statement { found.append(statement) }
      rest += entries[next].children.values
    }
    return found.sorted()
  }

  /// Where in each statement the key that leads to a value is written.
  func keySpans(of entry: Int) -> [Span] {
    let depth = entries[entry].depth
    return statements(under: entry).compactMap { index in
      let statement = statements[index]
      let place = depth - 1 - (statement.header.map { statements[$0].keys.count } ?? 0)
      return statement.keys.indices.contains(place) ? statement.keys[place].span : nil
    }
  }
}
