/// The tables of a document while it is read, and the rules by which they come into being: each is
/// made in one place only (https://toml.io/en/v1.0.0#table).
///
/// A table stands behind the one that holds it, so that going backwards meets what is inside
/// before what is around it.
struct TOMLTables {
  /// By what a table, or an array of tables, was made.
  enum Making {
    case header
    /// The header of a table inside it. A header of its own may follow.
    case subtable
    case dottedKey
    case inline
    /// `[[a]]`, which holds tables by their order.
    case elements
  }

  enum Content {
    case value(Node)
    case table(Int)
    /// What could not be read, so that nothing more is said of it.
    case unreadable
  }

  struct Entry {
    let key: String
    var span: Span
    var content: Content
  }

  struct Table {
    var making: Making
    var span: Span
    let depth: Int
    var entries: [Entry] = []
    var elements: [Int] = []
    /// Where the entry of each key is, once there are too many to look through.
    fileprivate var places: [ExactKey: Int] = [:]
  }

  /// How many entries are looked through one by one.
  private static let searchLimit = 8

  private(set) var tables = [Table(making: .header, span: Span(0..<0), depth: 1)]

  // MARK: Headers

  /// Opens the table of a header, and says by which way it is reached.
  ///
  /// - Returns: Nothing if a part of the way could not be read.
  mutating func open(
    _ keys: [TOMLKey], isElement: Bool, span: Span
  ) throws(TOMLConflict) -> (table: Int, steps: [FieldPath.Step])? {
    var table = 0
    var steps: [FieldPath.Step] = []
    for (index, key) in keys.dropLast().enumerated() {
      guard let next = try stepInto(key, of: table, keys[...index], &steps) else { return nil }
      table = next
    }
    guard let key = keys.last else { return nil }
    steps.append(.key(key.text))
    guard let position = find(key.text, in: table) else {
      table = try add(isElement ? .elements : .header, under: key, to: table, span: span, keys)
      return try isElement ? (append(to: table, span, &steps, keys), steps) : (table, steps)
    }
    guard case .table(let found) = tables[table].entries[position].content else {
      try refuse(position, of: table, keys[...], isElement ? .element : .header)
      return nil
    }
    switch tables[found].making {
    case .elements where isElement: return (try append(to: found, span, &steps, keys), steps)
    case .subtable where !isElement:
      tables[found].making = .header
      tables[found].span = span
      tables[table].entries[position].span = key.span
      return (found, steps)
    default: try refuse(position, of: table, keys[...], isElement ? .element : .header)
    }
    return nil
  }

  /// Follows a part of a header that is not its last.
  private mutating func stepInto(
    _ key: TOMLKey, of table: Int, _ path: ArraySlice<TOMLKey>, _ steps: inout [FieldPath.Step]
  ) throws(TOMLConflict) -> Int? {
    steps.append(.key(key.text))
    guard let position = find(key.text, in: table) else {
      return try add(.subtable, under: key, to: table, span: key.span, Array(path))
    }
    guard case .table(let next) = tables[table].entries[position].content else {
      try refuse(position, of: table, path, .way)
      return nil
    }
    guard tables[next].making == .elements else { return next }
    steps.append(.index(tables[next].elements.count - 1))
    return tables[next].elements.last
  }

  private mutating func append(
    to array: Int, _ span: Span, _ steps: inout [FieldPath.Step], _ keys: [TOMLKey]
  ) throws(TOMLConflict) -> Int {
    steps.append(.index(tables[array].elements.count))
    let element = try make(.header, in: array, span: span, keys)
    tables[array].elements.append(element)
    return element
  }

  // MARK: Keys

  /// Finds the table that the last part of a dotted key belongs in, and makes it where needed.
  ///
  /// - Returns: Nothing if a part of the way could not be read.
  mutating func table(for keys: [TOMLKey], in start: Int) throws(TOMLConflict) -> Int? {
    var table = start
    for (index, key) in keys.dropLast().enumerated() {
      guard let position = find(key.text, in: table) else {
        table = try add(.dottedKey, under: key, to: table, span: key.span, keys)
        continue
      }
      guard case .table(let next) = tables[table].entries[position].content else {
        try refuse(position, of: table, keys[...index], .dottedKey)
        return nil
      }
      if tables[next].making == .subtable {
        tables[next].making = .dottedKey
        tables[next].span = key.span
        tables[table].entries[position].span = key.span
      } else if tables[next].making != .dottedKey {
        try refuse(position, of: table, keys[...index], .dottedKey)
      }
      table = next
    }
    if let key = keys.last, let position = find(key.text, in: table) {
      try refuse(position, of: table, keys[...], .pair)
      return nil
    }
    return table
  }

  /// Sets a key that the table has not.
  mutating func set(_ key: TOMLKey, to content: Content, in table: Int) {
    var content = content
    // TOML has no null: it stands for a value that was found faulty.
    if case .value(let node) = content, case .null = node.value { content = .unreadable }
    insert(Entry(key: key.text, span: key.span, content: content), into: table)
  }

  // MARK: Making

  /// A table that nothing holds: an inline one, or one for keys that follow a faulty header.
  mutating func makeLoose(_ making: Making, depth: Int, span: Span) -> Int {
    tables.append(Table(making: making, span: span, depth: depth))
    return tables.count - 1
  }

  private mutating func add(
    _ making: Making, under key: TOMLKey, to table: Int, span: Span, _ path: [TOMLKey]
  ) throws(TOMLConflict) -> Int {
    let made = try make(making, in: table, span: span, path)
    set(key, to: .table(made), in: table)
    return made
  }

  private mutating func make(
    _ making: Making, in table: Int, span: Span, _ path: [TOMLKey]
  ) throws(TOMLConflict) -> Int {
    let depth = tables[table].depth + 1
    guard depth <= TOMLReader.depthLimit else {
      throw TOMLConflict(attempt: .way, found: .depth, path: path[...], first: span)
    }
    return makeLoose(making, depth: depth, span: span)
  }

  private mutating func insert(_ entry: Entry, into table: Int) {
    let count = tables[table].entries.count
    tables[table].entries.append(entry)
    if count == Self.searchLimit {
      for (index, entry) in tables[table].entries.enumerated() {
        tables[table].places[ExactKey(entry.key)] = index
      }
    } else if count > Self.searchLimit {
      tables[table].places[ExactKey(entry.key)] = count
    }
  }

  private func find(_ key: String, in table: Int) -> Int? {
    guard tables[table].entries.count <= Self.searchLimit else {
      return tables[table].places[ExactKey(key)]
    }
    return tables[table].entries.firstIndex { $0.key.isExactly(key) }
  }

  /// Says what stands in the way, unless that is what could not be read.
  private func refuse(
    _ position: Int, of table: Int, _ path: ArraySlice<TOMLKey>, _ attempt: TOMLConflict.Attempt
  ) throws(TOMLConflict) {
    let entry = tables[table].entries[position]
    switch entry.content {
    case .unreadable: return
    case .value(let node):
      throw TOMLConflict(attempt: attempt, found: .value(node), path: path, first: entry.span)
    case .table(let found):
      throw TOMLConflict(
        attempt: attempt, found: .table(tables[found].making), path: path, first: entry.span)
    }
  }

  // MARK: Values

  /// Removes a table and all that were made since, and gives their value.
  mutating func take(_ table: Int) -> Node {
    var nodes: [Node] = []
    // From the last to the first: what is inside has been built when its turn comes.
    nodes.reserveCapacity(tables.count - table)
    let count = tables.count
    for index in (table..<count).reversed() {
      nodes.append(node(of: tables[index]) { nodes[count - 1 - $0] })
    }
    tables.removeSubrange(table...)
    return nodes.last ?? Node(.object([]))
  }

  private func node(of table: Table, _ built: (Int) -> Node) -> Node {
    if table.making == .elements {
      return Node(.array(table.elements.map(built)), span: table.span)
    }
    let members = table.entries.map { entry in
      switch entry.content {
      case .value(let node): Node.Member(key: entry.key, keySpan: entry.span, value: node)
      case .table(let index):
        Node.Member(key: entry.key, keySpan: entry.span, value: built(index))
      case .unreadable: Node.Member(key: entry.key, keySpan: entry.span, value: Node(.null))
      }
    }
    return Node(.object(members), span: table.span)
  }

  mutating func close(_ table: Int, at end: Int) {
    tables[table].span.end = UInt32(clamping: end)
  }
}
