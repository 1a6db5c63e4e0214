/// Writes values as bytes that `StateReader` reads back, without names and without white space.
///
/// Numbers are 64 bits, little-endian; a text is its length and its UTF-8 bytes.
struct StateWriter {
  private(set) var bytes: [UInt8]
  /// What has been written once, and its number.
  private var compartments: [Compartment: Int] = [:]
  private var names: [MemberName: Int] = [:]

  /// - Parameters:
  ///   - start: The bytes that everything begins with.
  ///   - capacity: How many bytes to make room for.
  init(_ start: [UInt8] = [], capacity: Int = 0) {
    bytes = start
    bytes.reserveCapacity(capacity)
  }

  /// Writes what another one has written.
  mutating func append(_ written: [UInt8]) { bytes += written }

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ hash: Hash256) { bytes.append(contentsOf: hash.bytes) }

  mutating func write(_ time: Timestamp) {
    write(time.secondsSinceEpoch)
    write(time.nanoseconds)
  }

  /// A number for each of the few, and the text where it is new.
  mutating func write(_ compartment: Compartment) {
    let number = compartments[compartment]
    write(number ?? compartments.count)
    guard number == nil else { return }
    compartments[compartment] = compartments.count
    write(compartment.text)
  }

  /// As a compartment.
  mutating func write(_ name: MemberName) {
    let number = names[name]
    write(number ?? names.count)
    guard number == nil else { return }
    names[name] = names.count
    write(name.text)
  }

  /// Whether there is a value, and the value.
  mutating func write<Value>(
    _ value: Value?, _ write: (inout StateWriter, Value) -> Void
  ) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  /// How many values there are, and each of them.
  mutating func write<Values: Collection>(
    _ values: Values, _ write: (inout StateWriter, Values.Element) -> Void
  ) {
    self.write(values.count)
    for value in values { write(&self, value) }
  }
}
