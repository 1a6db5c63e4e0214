import Documents

/// The line and column of a place that only moves forward, through bytes that come in pieces.
struct LineCursor {
  private(set) var position = SourcePosition(line: 1, column: 1)

  /// Moves over bytes; columns count Unicode scalars.
  mutating func advance(over bytes: Slice<SecretShape.Bytes>) {
    for byte in bytes {
      if byte == 0x0A {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
  }
}
