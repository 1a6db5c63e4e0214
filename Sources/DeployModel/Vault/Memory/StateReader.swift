/// Reads back what `StateWriter` wrote; anything else is an error, whatever the bytes hold.
struct StateReader {
  /// The bytes are not those of a state.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var compartments: [Compartment] = []
  private var names: [MemberName] = []

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    position = start
    self.end = end
  }

  var isAtEnd: Bool { position == end }

  private mutating func take(_ count: Int) throws(Malformed) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw Malformed() }
    defer { position += count }
    return position..<position + count
  }

  mutating func number() throws(Malformed) -> Int {
    let range = try take(8)
    let number = bytes.withUnsafeBytes {
      Int64(littleEndian: $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int64.self))
    }
    return Int(truncatingIfNeeded: number)
  }

  mutating func flag() throws(Malformed) -> Bool {
    let byte = bytes[try take(1).lowerBound]
    guard byte <= 1 else { throw Malformed() }
    return byte == 1
  }

  mutating func text() throws(Malformed) -> String {
    String(decoding: bytes[try take(number())], as: UTF8.self)
  }

  mutating func hash() throws(Malformed) -> Hash256 {
    let range = try take(32)
    return bytes.withUnsafeBytes { Hash256(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  mutating func time() throws(Malformed) -> Timestamp {
    let seconds = Int64(try number())
    guard let nanoseconds = Int32(exactly: try number()) else { throw Malformed() }
    return Timestamp(secondsSinceEpoch: seconds, nanoseconds: nanoseconds)
  }

  mutating func compartment() throws(Malformed) -> Compartment {
    let number = try number()
    if compartments.indices.contains(number) { return compartments[number] }
    guard number == compartments.count else { throw Malformed() }
    compartments.append(try word { Compartment($0) })
    return compartments[number]
  }

  mutating func memberName() throws(Malformed) -> MemberName {
    let number = try number()
    if names.indices.contains(number) { return names[number] }
    guard number == names.count else { throw Malformed() }
    names.append(try word { try? MemberName($0) })
    return names[number]
  }

  mutating func optional<Value>(
    _ read: (inout StateReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(
    _ read: (inout StateReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try number()
    // Each value takes a byte at least: no number can ask for more memory than the file has.
    guard 0...(end - position) ~= count else { throw Malformed() }
    var values: [Value] = []
    values.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// The value that a text stands for.
  mutating func word<Value>(_ meaning: (String) -> Value?) throws(Malformed) -> Value {
    guard let value = meaning(try text()) else { throw Malformed() }
    return value
  }
}
