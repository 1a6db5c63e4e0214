/// What is to change in one object or array, by the places that its members or elements had when
/// it was read.
struct ContainerEdits {
  enum Change {
    case removal
    case replacement(Node)
  }

  /// A member, or an element, which has no key, that is new.
  struct Insertion {
    /// Before which of the old ones it stands.
    let position: Int
    /// What decides among new ones at the same position.
    let rank: Int
    let key: String?
    var value: Node
    /// Whether it has been removed again.
    var isWithdrawn = false
  }

  private enum Place {
    case old(Int)
    case new(Int)
  }

  let container: Node
  private(set) var changes: [Int: Change] = [:]
  private var insertions: [Insertion] = []
  /// Where the member of each key is, in an object of many; as bytes, for keys that look the same
  /// may differ.
  private let places: [[UInt8]: Int]

  init(_ container: Node) {
    self.container = container
    let members = container.members
    // Few are found faster by looking at each.
    places =
      members.count <= 32
      ? [:]
      : Dictionary(
        members.enumerated().map { (Array($1.key.utf8), $0) },
        uniquingKeysWith: { _, last in last })
  }

  private func place(of key: String) -> Place? {
    if let index = insertions.firstIndex(where: { $0.key?.isExactly(key) ?? false }) {
      return .new(index)
    }
    guard places.isEmpty else { return places[Array(key.utf8)].map(Place.old) }
    return container.members.lastIndex { $0.key.isExactly(key) }.map(Place.old)
  }

  /// New values in the place of old ones, if nothing else changes and all of them are plain: they
  /// look the same wherever they stand.
  var plainReplacements: [(index: Int, value: Node)]? {
    guard insertions.isEmpty else { return nil }
    var replacements: [(index: Int, value: Node)] = []
    for (index, change) in changes {
      guard case .replacement(let value) = change, value.isPlain else { return nil }
      replacements.append((index, value))
    }
    return replacements
  }

  /// The insertions in the order in which they are to stand.
  var orderedInsertions: [Insertion] {
    insertions.filter { !$0.isWithdrawn }
      .sorted { ($0.position, $0.rank) < ($1.position, $1.rank) }
  }

  mutating func set(_ key: String, to value: Node, order: [String]) {
    switch place(of: key) {
    case .old(let index): changes[index] = .replacement(value)
    case .new(let index):
      insertions[index].value = value
      insertions[index].isWithdrawn = false
    case nil:
      let rank = order.firstIndex { $0.isExactly(key) }
      insertions.append(
        Insertion(
          position: position(behind: rank.map { order[..<$0] }), rank: rank ?? order.count,
          key: key, value: value))
    }
  }

  /// The place behind the last of some keys that is there, or, without keys, behind all.
  private func position(behind earlier: ArraySlice<String>?) -> Int {
    guard let earlier else { return container.members.count }
    for key in earlier.reversed() {
      if case .old(let index) = place(of: key) { return index + 1 }
    }
    return 0
  }

  mutating func removeMember(_ key: String) {
    switch place(of: key) {
    case .old(let index): changes[index] = .removal
    case .new(let index): insertions[index].isWithdrawn = true
    case nil: return
    }
  }

  mutating func insert(_ element: Node, at index: Int) {
    let position = min(max(index, 0), container.elements.count)
    insertions.append(Insertion(position: position, rank: 0, key: nil, value: element))
  }

  mutating func change(_ index: Int, _ change: Change) {
    guard container.elements.indices.contains(index) else { return }
    changes[index] = change
  }
}

extension Node {
  /// Whether this is no container.
  fileprivate var isPlain: Bool {
    switch value {
    case .array, .object: false
    default: true
    }
  }
}
