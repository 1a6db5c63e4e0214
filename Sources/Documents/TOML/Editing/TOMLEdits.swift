/// What is to change in a value and in all that it holds.
struct TOMLEdits {
  /// What is to change in what a key holds.
  struct Member {
    let key: String
    var edits = TOMLEdits()
  }

  /// The value that takes the place of the old one.
  var replacement: Node?
  var isRemoved = false
  /// The name that the value's key is to have.
  var newKey: String?
  private(set) var members: [Member] = []
  private(set) var elements: [Int: TOMLEdits] = [:]
  private(set) var appended: [Node] = []
  /// Where the changes of each key are.
  private var places: [ExactKey: Int] = [:]

  init(replacement: Node? = nil, isRemoved: Bool = false, newKey: String? = nil) {
    self.replacement = replacement
    self.isRemoved = isRemoved
    self.newKey = newKey
  }

  var isEmpty: Bool {
    replacement == nil && !isRemoved && newKey == nil && members.isEmpty && elements.isEmpty
      && appended.isEmpty
  }

  // MARK: Collecting

  /// Makes a change to what a path leads to.
  ///
  /// - Parameters:
  ///   - node: The value as it was read, if there was one.
  ///   - isMaking: Whether tables that are not there are made.
  mutating func change(
    _ path: ArraySlice<FieldPath.Step>, in node: Node?, isMaking: Bool,
    _ change: (inout TOMLEdits) -> Void
  ) {
    guard let step = path.first else { return change(&self) }
    guard !isRemoved, replacement == nil, leads(step, from: node, isMaking: isMaking) else {
      return
    }
    switch step {
    case .key(let key):
      let place = place(for: key)
      members[place].edits
        .change(path.dropFirst(), in: node?[key], isMaking: isMaking, change)
    case .index(let index):
      elements[index, default: TOMLEdits()]
        .change(path.dropFirst(), in: node?.elements[index], isMaking: isMaking, change)
    }
  }

  private func leads(_ step: FieldPath.Step, from node: Node?, isMaking: Bool) -> Bool {
    switch (step, node?.value) {
    case (.key(let key), nil): isMaking || places[ExactKey(key)] != nil
    case (.key(let key), .object):
      isMaking || places[ExactKey(key)] != nil || node?.member(key) != nil
    case (.index(let index), .array(let elements)): elements.indices.contains(index)
    default: false
    }
  }

  /// The changes to what a key holds.
  subscript(_ key: String) -> TOMLEdits {
    places[ExactKey(key)].map { members[$0].edits } ?? TOMLEdits()
  }

  private mutating func place(for key: String) -> Int {
    if let place = places[ExactKey(key)] { return place }
    places[ExactKey(key)] = members.count
    members.append(Member(key: key))
    return members.count - 1
  }

  private mutating func set(_ key: String, _ change: TOMLEdits) {
    members[place(for: key)].edits = change
  }

  mutating func append(_ element: Node) {
    if isRemoved || replacement != nil { return }
    appended.append(element)
  }

  // MARK: Comparing

  /// The changes that make one value of another.
  static func between(_ old: Node, _ new: Node) -> TOMLEdits {
    switch (old.value, new.value) {
    case (.object(let members), .object(let wanted)): between(members, wanted)
    case (.array(let elements), .array(let wanted)): between(elements, wanted)
    default: old.isEqual(to: new) ? TOMLEdits() : TOMLEdits(replacement: new)
    }
  }

  private static func between(_ members: [Node.Member], _ wanted: [Node.Member]) -> TOMLEdits {
    var edits = TOMLEdits()
    let values = Dictionary(
      wanted.map { (ExactKey($0.key), $0.value) }, uniquingKeysWith: { $1 })
    let known = Set(members.map { ExactKey($0.key) })
    for member in members {
      let value = values[ExactKey(member.key)]
      let change = value.map { between(member.value, $0) } ?? TOMLEdits(isRemoved: true)
      if !change.isEmpty { edits.set(member.key, change) }
    }
    for member in wanted where !known.contains(ExactKey(member.key)) {
      edits.set(member.key, TOMLEdits(replacement: member.value))
    }
    return edits
  }

  private static func between(_ elements: [Node], _ wanted: [Node]) -> TOMLEdits {
    var edits = TOMLEdits()
    let start = zip(elements, wanted).prefix { $0.isEqual(to: $1) }.count
    // Where elements only went, those behind are kept as they are.
    let isShorter = elements.count > wanted.count
    let rest = min(elements.count, wanted.count) - start
    let same = zip(elements.reversed(), wanted.reversed()).prefix { $0.isEqual(to: $1) }.count
    let end = isShorter ? wanted.count - min(same, rest) : wanted.count
    for index in start..<end where index < elements.count {
      let change = between(elements[index], wanted[index])
      if !change.isEmpty { edits.elements[index] = change }
    }
    if isShorter {
      for index in end..<end + elements.count - wanted.count {
        edits.elements[index] = TOMLEdits(isRemoved: true)
      }
    } else {
      edits.appended = Array(wanted[elements.count...])
    }
    return edits
  }

  // MARK: Applying

  /// The value after the changes, or nothing if it is removed.
  func applied(to node: Node?) -> Node? {
    if isRemoved { return nil }
    if let replacement { return replacement }
    switch node?.value {
    case nil: return made
    case .object(let members):
      return isPlain ? node : Node(.object(applied(to: members)), span: node?.span ?? Span(0..<0))
    case .array(let elements):
      let kept = elements.indices.compactMap { index in
        self.elements[index].map { $0.applied(to: elements[index]) } ?? elements[index]
      }
      return isPlain ? node : Node(.array(kept + appended), span: node?.span ?? Span(0..<0))
    default: return node
    }
  }

  private var isPlain: Bool { members.isEmpty && elements.isEmpty && appended.isEmpty }

  /// A value where none was.
  private var made: Node? {
    if !appended.isEmpty { return Node(.array(appended)) }
    let members = applied(to: [])
    return members.isEmpty ? nil : Node(.object(members))
  }

  private func applied(to old: [Node.Member]) -> [Node.Member] {
    var result = zip(old, names(of: old)).compactMap { member, name -> Node.Member? in
      guard let place = places[ExactKey(member.key)] else { return member }
      return members[place].edits.applied(to: member.value).map {
        Node.Member(key: name, keySpan: member.keySpan, value: $0)
      }
    }
    for (key, value) in added(to: old) { result.append(Node.Member(key: key, value: value)) }
    return result
  }

  /// The keys that a table has not, with what they are to hold.
  func added(to old: [Node.Member]) -> [(key: String, value: Node)] {
    let known = Set(old.map { ExactKey($0.key) })
    return members.compactMap { member in
      known.contains(ExactKey(member.key))
        ? nil : member.edits.applied(to: nil).map { (member.key, $0) }
    }
  }

  /// The names that the keys of a table will have.
  func names(of old: [Node.Member]) -> [String] {
    var taken = Set(old.map { ExactKey($0.key) }).union(places.keys)
    return old.map { member in
      guard let edits = places[ExactKey(member.key)].map({ members[$0].edits }), !edits.isRemoved,
        let new = edits.newKey, taken.insert(ExactKey(new)).inserted
      else { return member.key }
      return new
    }
  }
}
