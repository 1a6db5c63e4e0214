/// Room in which bytes gather until there is a chunk of them; wiped when its owner goes.
struct ChunkBuffer: ~Copyable, Sendable {
  private var bytes: SecureBytes

  /// How many bytes are there.
  private(set) var count = 0

  init(capacity: Int) { bytes = SecureBytes(copying: repeatElement(0, count: capacity)) }

  var isFull: Bool { count == bytes.count }

  /// Moves bytes from the front of the input into the room that is left.
  mutating func fill(from input: inout UnsafeRawBufferPointer) {
    let taken = min(input.count, bytes.count - count)
    let start = count
    let source = input[..<taken]
    bytes.withMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[start...]).copyBytes(from: source)
    }
    count += taken
    input = UnsafeRawBufferPointer(rebasing: input[taken...])
  }

  /// Lends what is there.
  func withBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withBytes { (bytes) throws(E) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }

  /// Makes room again; the old bytes stay until they are overwritten or the owner goes.
  mutating func empty() { count = 0 }
}
