/// How the bytes of a file are to be understood, by the first of them.
struct ScannedText {
  /// Whether it is a file of a vault: full of hashes and public keys, under names such as
  /// `signing_key`.
  let hasHashes: Bool

  private enum Encoding { case bytes, utf16LittleEndian, utf16BigEndian }

  /// Whether it is no text at all.
  let isBinary: Bool

  private let encoding: Encoding
  /// How many bytes of the mark at the beginning are still to come.
  private var markLength: Int
  /// Half of a character, or half of a pair.
  private var pending: [UInt8] = []

  private static let hashedFormats: [StaticString] = ["\"flyconf.vault/", "\"flyconf.change/"]

  private static let sampleSize = 8 << 10

  /// Whether a name tells something about the value behind it.
  var hasProse: Bool { !isBinary && !hasHashes }

  init(beginning bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, markLength) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, markLength) = (.utf16BigEndian, 2)
    } else {
      (encoding, markLength) = (.bytes, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
    hasHashes = Self.hashedFormats.contains { format in
      ASCII.withBytes(of: String(decoding: bytes.prefix(128), as: UTF8.self)) {
        ByteSearch.first(format, in: $0[...]) != nil
      }
    }
    isBinary = encoding == .bytes && bytes.prefix(Self.sampleSize).contains(0)
  }

  /// Appends bytes of the file in UTF-8.
  mutating func append(_ bytes: UnsafeRawBufferPointer, to buffer: inout [UInt8]) {
    let bytes = bytes.dropFirst(markLength)
    markLength = 0
    guard encoding != .bytes else {
      buffer.append(contentsOf: bytes)
      return
    }
    pending.append(contentsOf: bytes)
    var units: [UInt16] = stride(from: 0, to: pending.count - 1, by: 2).map { index in
      let pair = (UInt16(pending[index]), UInt16(pending[index + 1]))
      return encoding == .utf16LittleEndian ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    // The first half of a pair waits for the second.
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    pending.removeFirst(units.count * 2)
    buffer.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }
}
