/// Where states of an automaton lead to, by the state and a byte.
///
/// A table with open addressing: a dictionary, which guards against chosen keys, takes several
/// times as long for each byte of output, and here nobody chooses keys.
struct BranchTable: Sendable {
  private static let empty = UInt64.max

  private var keys = [UInt64](repeating: BranchTable.empty, count: 16)
  private var values = [Int32](repeating: 0, count: 16)
  private var count = 0

  subscript(_ state: Int32, _ byte: UInt8) -> Int32? {
    let key = Self.key(state, byte)
    let place = place(of: key)
    return keys[place] == key ? values[place] : nil
  }

  /// Adds a branch that is not there yet.
  mutating func add(_ state: Int32, _ byte: UInt8, to target: Int32) {
    if 2 * count >= keys.count { grow() }
    insert(Self.key(state, byte), target)
  }

  private mutating func insert(_ key: UInt64, _ target: Int32) {
    let place = place(of: key)
    keys[place] = key
    values[place] = target
    count += 1
  }

  private static func key(_ state: Int32, _ byte: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 8 | UInt64(byte)
  }

  /// Where a key stands, or would stand. At least half of the table is empty.
  private func place(of key: UInt64) -> Int {
    let last = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & last
    while keys[place] != key, keys[place] != Self.empty { place = (place + 1) & last }
    return place
  }

  private mutating func grow() {
    let former = zip(keys, values).filter { $0.0 != Self.empty }
    keys = [UInt64](repeating: Self.empty, count: 2 * keys.count)
    values = [Int32](repeating: 0, count: keys.count)
    count = 0
    for (key, value) in former { insert(key, value) }
  }
}
