/// What an identity file holds: one identity, and around it only empty lines and comments.
///
/// A comment is a line that begins with `#`. Anything else is an error, which names the line and
/// never quotes it: whatever stands there may be a secret.
package struct IdentityFileText: Sendable {
  private let bytes: Secret
  /// Where the identity's own text stands.
  private let place: Range<Int>

  package let identity: IdentityText

  /// Reads the bytes of a file, or of a variable that holds the same.
  ///
  /// - Throws: `MalformedValue` that says what is wrong, or `CryptographyError.library`.
  package init(_ bytes: Secret) throws {
    let place = try bytes.withBytes { (bytes) throws(MalformedValue) in
      try Self.place(of: Self.lines(bytes), in: bytes)
    }
    identity = try bytes.withBytes { bytes in
      try IdentityText(UnsafeRawBufferPointer(rebasing: bytes[place]))
    }
    self.bytes = bytes
    self.place = place
  }

  /// A new file, with a comment for whoever opens it.
  package init(_ identity: IdentityText) throws {
    let comment =
      identity.kind == .demo
      ? "# Everyone has this identity: it is for trying things out.\n"
      : "# This identity opens what is sealed for you: keep it secret, and out of git.\n"
    try self.init(
      identity.text.withBytes { text in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(comment.utf8.count + text.count + 1)
        bytes += comment.utf8
        bytes += text
        bytes.append(UInt8(ascii: "\n"))
        return Secret(wiping: &bytes)
      })
  }

  /// The same file with another identity: comments stay.
  package func replacing(with identity: IdentityText) throws -> IdentityFileText {
    try IdentityFileText(
      identity.text.withBytes { text in
        bytes.withBytes { old in
          var new: [UInt8] = []
          new.reserveCapacity(old.count - place.count + text.count)
          new += old[..<place.lowerBound]
          new += text
          new += old[place.upperBound...]
          return Secret(wiping: &new)
        }
      })
  }

  /// The bytes to write.
  package var contents: Secret { bytes }

  // MARK: Lines

  private static func place(
    of lines: [Range<Int>], in bytes: UnsafeRawBufferPointer
  ) throws(MalformedValue) -> Range<Int> {
    var found: Range<Int>?
    for (index, line) in lines.enumerated() {
      guard let first = line.first, bytes[first] != UInt8(ascii: "#") else { continue }
      guard IdentityText.isBegun(UnsafeRawBufferPointer(rebasing: bytes[line])) else {
        throw MalformedValue(
          "line \(index + 1) is neither an identity nor a comment",
          help: "an identity begins with '\(IdentityKind.plain.prefix)', a comment with '#'")
      }
      guard found == nil else {
        throw MalformedValue(
          "line \(index + 1) holds a second identity, expected one alone",
          help: "keep each identity in a file of its own")
      }
      found = line
    }
    guard let found else {
      throw MalformedValue(
        "no identity stands there", help: "`flyconf identity new` makes one in a new file")
    }
    return found
  }

  /// Where the lines stand, without the white space around them; an empty one has no byte.
  private static func lines(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = start..<end
      while let last = line.last, ASCII.isSpace(bytes[last]) { line = line.dropLast() }
      while let first = line.first, ASCII.isSpace(bytes[first]) { line = line.dropFirst() }
      lines.append(line)
      start = end + 1
    }
    return lines
  }
}
