extension TOMLReader {
  /// Reads a key and those behind dots (https://toml.io/en/v1.0.0#keys).
  ///
  /// - Parameter place: What the key belongs to, for messages.
  mutating func dottedKey(_ place: TOMLExpectation.KeyPlace) throws(TOMLSyntaxError) -> [TOMLKey] {
    var keys = [try key(place)]
    while true {
      let end = at
      skipSpace()
      guard take(UInt8(ascii: ".")) else {
        at = end
        return keys
      }
      skipSpace()
      guard keys.count < Self.depthLimit else { throw .tooDeep(at: at..<at) }
      keys.append(try key(.dot))
    }
  }

  private mutating func key(_ place: TOMLExpectation.KeyPlace) throws(TOMLSyntaxError) -> TOMLKey {
    let start = at
    let text: String
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard !isAtTripleQuote else { throw .multilineKey(at..<at + 3) }
      text = peek == UInt8(ascii: "'") ? try literalString() : try basicString()
    default:
      while at < end, bytes[at].isPartOfBareKey { at += 1 }
      guard at > start else { throw unexpected(.key(place)) }
      text = String(decoding: bytes[start..<at], as: UTF8.self)
    }
    return TOMLKey(text: text, span: Span(start..<at))
  }

  var isAtTripleQuote: Bool {
    at + 2 < end && bytes[at] == bytes[at + 1] && bytes[at] == bytes[at + 2]
  }
}

extension UInt8 {
  /// Whether a key that needs no quotes may have the byte.
  var isPartOfBareKey: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
